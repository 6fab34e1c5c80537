package org.registan.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** A draft ready to be posted by its owner; {@code group} is the licence group it comes from. */
record DemoDenial(int group, String owner, ObjectNode draft) {

  String nationalReference() {
    return draft.path("nationalReference").textValue();
  }

  LocalDate decisionDate() {
    return LocalDate.parse(draft.path("decisionDate").textValue());
  }

  String destination() {
    return draft.path("destination").textValue();
  }
}
