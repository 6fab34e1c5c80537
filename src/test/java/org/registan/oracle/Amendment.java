package org.registan.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A new text for one denial of an owner, or for parts of it, so that layers move one by one. */
record Amendment(String owner, ObjectNode content, Part part) {

  /** What it touches. */
  enum Part {
    ALL,
    DETAIL,
    OWN;

    List<String> members() {
      return switch (this) {
        case ALL -> List.of();
        case DETAIL -> List.of("legalBasis", "transitCountries", "statedEndUse", "endUseClass");
        case OWN -> List.of("nationalReference", "exporter", "value", "contract", "notes");
      };
    }
  }

  boolean fits(Notice notice) {
    return notice.owner().equals(owner);
  }

  Optional<Act> of(Notice notice) {
    ObjectNode amended = part == Part.ALL ? content : notice.draft().deepCopy();
    for (String member : part.members()) {
      amended.remove(member);
      if (content.has(member)) {
        amended.set(member, content.get(member));
      }
    }
    return amended.equals(notice.draft())
        ? Optional.empty()
        : Optional.of(new Act.Amend(notice.name(), amended));
  }
}
