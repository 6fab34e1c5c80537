/** Who may do what, tried on the running platform; what requests cost; what they give away. */
@org.jspecify.annotations.NullMarked
package org.registan.rights;
