/**
 * Demonstration data: real published refusals with invented parties, loaded through the front door.
 */
@NullMarked
package org.registan.demo;

import org.jspecify.annotations.NullMarked;
