/** A second, tiny record type: what the foundations give to any, proven outside the application. */
@org.jspecify.annotations.NullMarked
package org.registan.bulletin;
