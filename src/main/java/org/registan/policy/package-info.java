/** Release policies as their owner works with them: drafts, rehearsals, one-offs, stop switch. */
@org.jspecify.annotations.NullMarked
package org.registan.policy;
