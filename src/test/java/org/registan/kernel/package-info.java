/** What the words of the platform hold. */
@org.jspecify.annotations.NullMarked
package org.registan.kernel;
