/** Each participant's own log of who read and did what, as far as it may know. */
@org.jspecify.annotations.NullMarked
package org.registan.audit;
