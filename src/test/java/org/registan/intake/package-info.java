/** Imports in steps. */
@org.jspecify.annotations.NullMarked
package org.registan.intake;
