/** The pure model of control lists, on made-up lists and on a real one. */
@org.jspecify.annotations.NullMarked
package org.registan.controllist;
