/**
 * Words every package speaks: who, which level, when, and how a text is folded for look-up. No
 * rules, no HTTP, no queries.
 */
@org.jspecify.annotations.NullMarked
package org.registan.kernel;
