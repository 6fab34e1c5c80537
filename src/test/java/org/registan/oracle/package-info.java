/**
 * A second, naive reading of DESIGN 4 that shares no code with the judge, and what exercises both.
 */
@org.jspecify.annotations.NullMarked
package org.registan.oracle;
