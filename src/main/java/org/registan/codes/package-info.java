/** Every coded value, as served under /v1/code-lists. */
@org.jspecify.annotations.NullMarked
package org.registan.codes;
