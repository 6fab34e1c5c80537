/**
 * The stand: the real MariaDB and the real Keycloak as child processes, for the demo and the tests
 * alike. Everything it holds between runs lies in files, so that any class loader, and any other
 * JVM, can attach to a stand that runs.
 */
@NullMarked
package org.registan.stand;

import org.jspecify.annotations.NullMarked;
