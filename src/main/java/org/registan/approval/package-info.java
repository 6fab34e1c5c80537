/** Four eyes: proposals, and what carries them out. */
@org.jspecify.annotations.NullMarked
package org.registan.approval;
