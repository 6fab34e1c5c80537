package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.access.Subject;
import org.registan.record.Act;
import org.registan.record.Label;
import org.registan.record.Moment;
import org.registan.record.Row;
import org.registan.record.Status;
import org.registan.web.Fault;

/**
 * Sending to the 1540 Committee, which is final: what was sent under a note verbale stays as it is
 * and with the Committee, whatever its owner's policy, stop switch or hold say later. Changes come
 * as documents of their own (Add., Corr., Rev.). Its symbol and publication are the secretariat's.
 */
final class Submission {

  /** The participant that the 1540 Committee is. */
  static final String COMMITTEE = "UN1540";

  static final String SUBMITTED = "SUBMITTED";
  static final String PUBLISHED = "PUBLISHED";

  static final String SUBMIT = "submit";

  static final Act PUBLICATION =
      new Act("publish", Set.of(SUBMITTED, PUBLISHED), PUBLISHED, false, Submission::published);

  /** Sends a draft; its publication is another's act. */
  static final Act SUBMISSION =
      new Act(SUBMIT, Set.of(Status.DRAFT), SUBMITTED, false, Submission::submitted);

  /** What the acts note, by the names under which a view has it. */
  static final List<String> NOTED =
      List.of(
          "submission.date",
          "submission.noteVerbale.number",
          "submission.noteVerbale.date",
          "submission.noteVerbale.permanentMission",
          "publication.symbol",
          "publication.date");

  private Submission() {}

  /** What the judge knows of a record that the Committee was sent, or not yet. */
  static Subject subject(
      Row row,
      Map<String, Set<String>> attributes,
      Label label,
      @Nullable List<String> releasableTo) {
    var known = new HashMap<>(attributes);
    known.put("published", Set.of(row.status().equals(PUBLISHED) ? "YES" : "NO"));
    known.put("label", Set.of(label.tlp()));
    return new Subject(
        Map.copyOf(known),
        label.tlp(),
        releasableTo == null ? null : Set.copyOf(releasableTo),
        false,
        row.isDraft() ? Set.of() : Set.of(COMMITTEE));
  }

  /** What keeps a draft from being sent: a label under which the Committee would not get it. */
  static List<Fault> faults(Row row, JsonNode request, LocalDate today) {
    var faults = new ArrayList<Fault>();
    var content = row.content();
    if (content.at("/label/tlp").asText().startsWith("AMBER")) {
      faults.add(Fault.at("/label/tlp", "of the draft does not go to an organisation"));
    }
    var named = content.path("releasableTo");
    if (named.isArray() && !names(named).contains(COMMITTEE)) {
      faults.add(Fault.at("/releasableTo", "of the draft does not name the Committee"));
    }
    if (LocalDate.parse(request.at("/noteVerbale/date").asText()).isAfter(today)) {
      faults.add(Fault.at("/noteVerbale/date", "is in the future"));
    }
    return faults;
  }

  private static Set<String> names(JsonNode list) {
    var names = new HashSet<String>();
    list.forEach(it -> names.add(it.asText()));
    return names;
  }

  private static void submitted(ObjectNode life, JsonNode request, Moment moment) {
    life.putObject("submission")
        .put("date", moment.today().toString())
        .set("noteVerbale", request.path("noteVerbale"));
  }

  private static void published(ObjectNode life, JsonNode request, Moment moment) {
    life.putObject("publication")
        .put("symbol", request.path("symbol").asText())
        .put("date", request.path("date").asText());
  }
}
