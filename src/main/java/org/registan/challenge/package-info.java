/** What recipients hold against records of any kind, between each of them and the owner alone. */
@org.jspecify.annotations.NullMarked
package org.registan.challenge;
