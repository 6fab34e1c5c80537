/** The way to the database: transactions, retries, column types. Knows no table. */
@org.jspecify.annotations.NullMarked
package org.registan.database;
