/** Who may see what: release policies and the one function that judges. */
@org.jspecify.annotations.NullMarked
package org.registan.access;
