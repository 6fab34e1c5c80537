package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.registan.chaos.Wire.Caller;
import org.registan.implementation.Documents;
import org.registan.implementation.MatrixSamples;
import org.registan.kernel.Json;

/**
 * What a state drafted for the 1540 Committee is there as it was acknowledged, and nothing else.
 */
final class Reported {
  private static final List<String> KINDS = List.of(Documents.PATH, MatrixSamples.PATH);

  private final Wire wire;
  private final Pages pages;
  private final Findings findings;

  Reported(Wire wire, Findings findings) {
    this.wire = wire;
    this.pages = new Pages(wire, findings);
    this.findings = findings;
  }

  void compare(Writer writer) {
    var officer = new Caller(writer.state(), "officer");
    var reports = writer.known().reports();
    findings.same(new TreeSet<>(reports.there()), listed(officer), "reports of %s", writer.state());
    reports
        .thrownAway()
        .forEach(
            it -> findings.same(404, wire.get(officer, it).status(), "%s was thrown away", it));
    reports
        .submitted()
        .forEach((path, view) ->
            findings.same(
                view,
                wire.get(Submitting.COMMITTEE, path).text(),
                "what the Committee has of %s",
                path));
    reports.matrices().forEach((path, matrix) -> compare(officer, path, matrix));
    reports.attached().forEach((path, attached) -> compare(officer, path, attached));
    reports.submitted().forEach((path, view) -> compareGiven(reports, path, Json.parse(view)));
  }

  private Set<String> listed(Caller officer) {
    var listed = new TreeSet<String>();
    for (var kind : KINDS) {
      for (var which : List.of("owner=" + officer.participant(), "status=DRAFT")) {
        pages
            .of(officer, kind + "?limit=200&" + which)
            .keySet()
            .forEach(it -> listed.add(kind + "/" + it));
      }
    }
    return listed;
  }

  /** Each row is as it was last put, also in a matrix that was submitted since. */
  private void compare(Caller officer, String path, Reports.Matrix matrix) {
    for (var row : wire.get(officer, path + "/fields").json().path("items")) {
      var key = row.path("row").asText();
      var put = matrix.rows().getOrDefault(key, Json.MAPPER.createArrayNode());
      findings.same(put, row.path("fields"), "%s of %s", key, path);
      findings.count(put.isEmpty() ? "blank rows compared" : "rows compared");
    }
    for (var section : wire.get(officer, path + "/progress").json().path("items")) {
      var place = matrix.sections().get(section.path("section").asText());
      if (place != null) {
        findings.same(place, Filling.place(section), "section of %s", path);
      }
    }
  }

  /** Each acknowledged file is named and whole; one without an answer is, or is not there. */
  private void compare(Caller reader, String path, Reports.Attached attached) {
    var unanswered = new HashSet<>(attached.unanswered());
    var found = new HashSet<String>();
    for (var file : wire.get(reader, path).json().path("attachments")) {
      var id = file.path("id").asText();
      var digest = file.path("sha256").asText();
      found.add(id);
      if (attached.acknowledged().containsKey(id)) {
        findings.same(attached.acknowledged().get(id), digest, "digest of %s at %s", file, path);
      } else if (unanswered.remove(digest)) {
        findings.count("files compared that nobody answered for");
      } else {
        findings.violation("%s at %s was never sent, or is there twice", file, path);
      }
      var bytes = wire.get(reader, path + "/attachments/" + id).text();
      findings.same(digest, Attaching.digest(bytes), "%s reads %s of %s", reader, file, path);
      findings.same(file.path("size").asInt(), bytes.length(), "size of %s at %s", file, path);
      findings.count("files compared");
    }
    var missing = new TreeSet<>(attached.acknowledged().keySet());
    missing.removeAll(found);
    findings.same(Set.of(), missing, "acknowledged files that are not at %s", path);
  }

  /** What the Committee has says all that was put in and attached. */
  private void compareGiven(Reports reports, String path, JsonNode view) {
    if (path.startsWith(MatrixSamples.PATH)) {
      findings.same(
          fields(reports.matrix(path).rows()),
          view.path("fields").valueStream().collect(Collectors.toSet()),
          "fields of %s",
          path);
    } else {
      compare(Submitting.COMMITTEE, path, reports.attached(path));
    }
  }

  private static Set<JsonNode> fields(Map<String, JsonNode> rows) {
    var fields = new HashSet<JsonNode>();
    rows.forEach((row, all) -> {
      for (var field : all) {
        ObjectNode placed = field.deepCopy();
        fields.add(placed.put("row", row));
      }
    });
    return fields;
  }
}
