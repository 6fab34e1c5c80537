/**
 * {@code ./mvnw -Pbench}: how fast the real services are beside plain JDBC that does the same on
 * the same rows, told as ratios of one run. No test asserts any of it.
 */
@org.jspecify.annotations.NullMarked
package org.registan.bench;
