/** Attacks on identity, tried against the real hub. */
@org.jspecify.annotations.NullMarked
package org.registan.identity;
