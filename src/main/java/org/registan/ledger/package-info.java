/** What each recipient has: gate, visibility, positions, the feed, and the flip to a new policy. */
@org.jspecify.annotations.NullMarked
package org.registan.ledger;
