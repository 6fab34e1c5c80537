/** From a verified token to an actor. The only package that knows OIDC. */
@org.jspecify.annotations.NullMarked
package org.registan.identity;
