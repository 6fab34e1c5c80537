/** The pages as a browser meets them. */
@org.jspecify.annotations.NullMarked
package org.registan.console;
