/** UNSCR 1540: what is sent to the Committee, tried as its people and a state's would. */
@org.jspecify.annotations.NullMarked
package org.registan.implementation;
