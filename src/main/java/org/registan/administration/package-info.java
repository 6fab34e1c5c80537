/** Participants as their administrators keep them: entries, accounts, machine clients. */
@org.jspecify.annotations.NullMarked
package org.registan.administration;
