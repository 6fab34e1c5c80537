/** HTTP furniture of all resources: the contract, problems, pages, entity tags, idempotency. */
@org.jspecify.annotations.NullMarked
package org.registan.web;
