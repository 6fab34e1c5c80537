/** Documents and matrices of resolution 1540. */
@org.jspecify.annotations.NullMarked
package org.registan.implementation;
