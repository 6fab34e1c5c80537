/** Small mistakes made on purpose in a copy of the tree, each of which a named test must notice. */
@org.jspecify.annotations.NullMarked
package org.registan.sabotage;
