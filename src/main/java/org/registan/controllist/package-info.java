/** Control lists: what a state controls, edition by edition, and what changed between them. */
@org.jspecify.annotations.NullMarked
package org.registan.controllist;
