/** What the papers beside the code say, held against the code. */
@org.jspecify.annotations.NullMarked
package org.registan.papers;
