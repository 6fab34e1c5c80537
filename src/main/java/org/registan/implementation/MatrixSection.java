package org.registan.implementation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;

/**
 * Which agency fills a section of a draft matrix, and how far it is.
 *
 * @param comment why it was returned
 */
record MatrixSection(String key, String agency, State state, @Nullable String comment) {

  /** Where a section stands between its agency and those who put the matrix together. */
  enum State {
    IN_WORK,
    HANDED_IN,
    RETURNED
  }

  static MatrixSection of(String key, String agency) {
    return new MatrixSection(key, agency, State.IN_WORK, null);
  }

  MatrixSection handedIn() {
    return new MatrixSection(key, agency, State.HANDED_IN, null);
  }

  MatrixSection returned(String why) {
    return new MatrixSection(key, agency, State.RETURNED, why);
  }

  ObjectNode json() {
    var view = Json.object().put("section", key).put("agency", agency).put("state", state.name());
    if (comment != null) {
      view.put("comment", comment);
    }
    return view;
  }

  /** The entity tag of where it stands. */
  String tag() {
    return "\"" + Digest.of(Json.write(json())).substring(0, 22) + "\"";
  }
}
