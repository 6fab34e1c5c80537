/** UNSCR 1540: reports and matrices, submitted by a state, pulled by the Committee. */
@org.jspecify.annotations.NullMarked
package org.registan.implementation;
