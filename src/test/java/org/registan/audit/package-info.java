/** What the logs hold, and what they never hold. */
@org.jspecify.annotations.NullMarked
package org.registan.audit;
