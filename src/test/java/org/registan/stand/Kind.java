package org.registan.stand;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a participant is, and so which roles its identity provider may pass on; no other ever. */
public enum Kind {
  @JsonProperty("state")
  STATE,
  @JsonProperty("committee")
  COMMITTEE,
  @JsonProperty("operator")
  OPERATOR;

  public List<String> roles() {
    return switch (this) {
      case STATE -> List.of("officer", "releaser", "state-admin", "auditor");
      case COMMITTEE -> List.of("expert", "committee", "secretariat");
      case OPERATOR -> List.of("operator");
    };
  }
}
