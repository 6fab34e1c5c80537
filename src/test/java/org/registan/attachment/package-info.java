/** Files attached to records: what is taken, by what name, and what a scanner says. */
@org.jspecify.annotations.NullMarked
package org.registan.attachment;
