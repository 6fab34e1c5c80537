/** The resource every record type offers: drafts, reads, acts. */
@org.jspecify.annotations.NullMarked
package org.registan.exchange;
