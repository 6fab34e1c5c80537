/** What every shared record has: owner, life, versions, layered documents, references. */
@org.jspecify.annotations.NullMarked
package org.registan.record;
