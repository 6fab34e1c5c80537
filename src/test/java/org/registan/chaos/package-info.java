/** Writers, pullers and {@code kill -9}: nothing acknowledged is lost, nothing is half done. */
@org.jspecify.annotations.NullMarked
package org.registan.chaos;
