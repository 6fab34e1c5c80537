/** What the web says to what nobody should send. */
@org.jspecify.annotations.NullMarked
package org.registan.web;
