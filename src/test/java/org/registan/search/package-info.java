/** What the index answers, beside one that reads every document; and what must not matter to it. */
@org.jspecify.annotations.NullMarked
package org.registan.search;
