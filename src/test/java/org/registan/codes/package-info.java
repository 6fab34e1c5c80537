/** The code lists as they are shipped, and what their dates mean. */
@org.jspecify.annotations.NullMarked
package org.registan.codes;
