/** Files attached to records of any type, in the database: taken in, looked at, handed out. */
@org.jspecify.annotations.NullMarked
package org.registan.attachment;
