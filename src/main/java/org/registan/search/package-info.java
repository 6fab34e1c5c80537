/** An index in memory: what a reader may not see changes nothing in what a search answers it. */
@org.jspecify.annotations.NullMarked
package org.registan.search;
