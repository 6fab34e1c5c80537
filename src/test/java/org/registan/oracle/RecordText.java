package org.registan.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A denial as the cases write it: what they do not say is that of the plain denial. */
final class RecordText {

  private RecordText() {}

  static ObjectNode plain() {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("denialKind", "REFUSAL").put("authorisationType", "EXPORT_LICENCE");
    draft.put("decisionDate", "2026-11-02").put("controlBasis", "LISTED");
    ObjectNode item = draft.putArray("items").addObject().put("form", "GOODS");
    item.putArray("codes").addObject().put("list", "EU").put("code", "2B350.a");
    item.putArray("description").addObject().put("lang", "en").put("text", "Reaction vessels");
    draft.put("destination", "AFG");
    parties(draft, List.of("AFG"));
    draft.putArray("reasonCodes").add("R21");
    draft.putObject("label").put("tlp", "GREEN");
    return draft;
  }

  /** Applies one clause such as {@code parties AFG, IRQ}. */
  static void apply(ObjectNode draft, String clause) {
    int space = clause.indexOf(' ');
    String subject = clause.substring(0, space);
    String rest = clause.substring(space + 1).strip();
    switch (subject) {
      case "kind" -> draft.put("denialKind", rest);
      case "basis" -> draft.put("controlBasis", rest);
      case "destination" -> draft.put("destination", rest);
      case "parties" -> parties(draft, rest.equals("unknown") ? List.of() : RuleText.list(rest));
      case "reasons" -> fill(draft.putArray("reasonCodes"), rest);
      case "label" -> draft.putObject("label").put("tlp", rest);
      case "releasable" -> releasable(draft, rest);
      case "received-from" -> draft.put("regimeSourced", rest);
      case "notified-to" ->
          draft.putArray("regimeReferences").addObject().put("regime", rest).put("reference", "7");
      case "notes" -> draft.put("notes", rest);
      default -> throw new IllegalArgumentException("cannot read: " + clause);
    }
  }

  private static void releasable(ObjectNode draft, String to) {
    ArrayNode named = draft.putArray("releasableTo");
    if (!to.equals("to nobody")) {
      fill(named, to.substring("to ".length()));
    }
  }

  private static void parties(ObjectNode draft, List<String> countries) {
    draft.remove(List.of("parties", "partiesUnknown"));
    if (countries.isEmpty()) {
      draft.put("partiesUnknown", true);
    }
    for (String country : countries) {
      ObjectNode party = draft.withArray("parties").addObject();
      party.put("kind", "ORGANISATION").put("country", country).putArray("roles").add("END_USER");
      party.putArray("names").addObject().put("type", "PRIMARY").put("text", "A firm");
    }
  }

  private static void fill(ArrayNode array, String values) {
    RuleText.list(values).forEach(array::add);
  }
}
