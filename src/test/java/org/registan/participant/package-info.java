/** Whom the registers let act for a participant. */
@org.jspecify.annotations.NullMarked
package org.registan.participant;
