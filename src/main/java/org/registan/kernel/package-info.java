/** Words every package speaks: who, which level, when. No rules, no HTTP, no queries. */
@org.jspecify.annotations.NullMarked
package org.registan.kernel;
