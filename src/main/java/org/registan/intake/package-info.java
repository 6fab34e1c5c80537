/** Files of records: read into drafts, proposed as one, carried out record by record. */
@org.jspecify.annotations.NullMarked
package org.registan.intake;
