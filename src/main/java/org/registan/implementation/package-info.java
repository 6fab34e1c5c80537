/** How states implement Security Council resolution 1540: their documents and matrices. */
@org.jspecify.annotations.NullMarked
package org.registan.implementation;
