/** States and organisations that take part: agencies, regimes, accounts, machine clients. */
@org.jspecify.annotations.NullMarked
package org.registan.participant;
