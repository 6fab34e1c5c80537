/** Denials as their users meet them, over HTTP. */
@org.jspecify.annotations.NullMarked
package org.registan.denial;
