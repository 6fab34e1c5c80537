/**
 * The index by which shared records are searched, per node, in memory: what a reader may not see
 * changes nothing in what it is answered. It knows documents, fields and groups, not what they are.
 */
@org.jspecify.annotations.NullMarked
package org.registan.search;
