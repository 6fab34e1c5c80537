/** Denial notifications: export licences for sensitive goods that a state refused. */
@org.jspecify.annotations.NullMarked
package org.registan.denial;
