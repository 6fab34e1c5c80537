/** How a state's policy is worked with, through the API. */
@org.jspecify.annotations.NullMarked
package org.registan.policy;
