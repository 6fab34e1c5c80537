/** What the administrators of participants may do, and what not. */
@org.jspecify.annotations.NullMarked
package org.registan.administration;
