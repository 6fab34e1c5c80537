/** The pages of a browser: choose a participant, log in through its provider, see what is new. */
@org.jspecify.annotations.NullMarked
package org.registan.console;
