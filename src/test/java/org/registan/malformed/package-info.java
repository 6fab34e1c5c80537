/** Requests that nobody should send, at every operation of the contract, as every role. */
@org.jspecify.annotations.NullMarked
package org.registan.malformed;
