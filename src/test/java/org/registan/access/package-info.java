/** The judge against the oracle and against its own rules, one by one. */
@org.jspecify.annotations.NullMarked
package org.registan.access;
