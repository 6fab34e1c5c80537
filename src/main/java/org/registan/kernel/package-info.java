/** Words every package speaks: who, which level, when, and how texts fold. No rules, no queries. */
@org.jspecify.annotations.NullMarked
package org.registan.kernel;
