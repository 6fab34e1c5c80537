/** What the ledger keeps when things happen at once, or end. */
@org.jspecify.annotations.NullMarked
package org.registan.ledger;
