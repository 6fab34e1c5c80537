/** The start page: choose a participant, log in through its provider, take a token. */
@org.jspecify.annotations.NullMarked
package org.registan.console;
