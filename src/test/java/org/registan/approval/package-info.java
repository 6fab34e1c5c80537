@org.jspecify.annotations.NullMarked
package org.registan.approval;
