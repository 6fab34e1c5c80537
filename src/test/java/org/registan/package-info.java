/** Tests of the whole: architecture, contract, rights, and the callers that tests act as. */
@org.jspecify.annotations.NullMarked
package org.registan;
