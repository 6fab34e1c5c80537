package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.registan.kernel.Json;
import org.registan.record.Gathered;
import org.registan.web.Contract;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** From what was sent to entries that hold together, or to all that is wrong with them. */
@ApplicationScoped
class EntryIntake {

  private static final String OPERATION = "/v1/control-lists/editions/{id}/entries";

  private final Contract contract;

  EntryIntake(Contract contract) {
    this.contract = contract;
  }

  /** What came, and how a fault in it is told. */
  private record Received(List<JsonNode> items, UnaryOperator<Fault> told) {}

  /** The entries of a file for an edition. */
  List<Entry> read(EntryForm form, InputStream body, EditionContent edition) {
    var received = received(form, body, edition);
    if (received.items().isEmpty()) {
      throw Problem.invalid(List.of(Fault.at("/items", "are none")));
    }
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < received.items().size() && faults.size() < Findings.MOST; i++) {
      shape(received.items().get(i), i, faults);
    }
    require(faults, received.told(), Problem::invalid);
    return checked(
        received.items().stream().map(it -> entry(it, edition)).toList(), edition, received.told());
  }

  private static Received received(EntryForm form, InputStream body, EditionContent edition) {
    return switch (form) {
      case JSON -> new Received(EntryLines.document(body), it -> it);
      case LINES -> new Received(EntryLines.lines(body), it -> it);
      case TABLE -> table(EntryForm.TABLE, body, edition);
      case SHEET -> table(EntryForm.SHEET, body, edition);
    };
  }

  private static Received table(EntryForm form, InputStream body, EditionContent edition) {
    var read = TableReader.read(body, form, EditionDrafts.languages(edition), TableLimits.USUAL);
    if (!read.faults().isEmpty()) {
      throw Problem.invalid(read.faults().stream().map(EntryIntake::told).toList());
    }
    return new Received(List.copyOf(read.entries()), it -> told(read.located(it)));
  }

  /** Where the officer finds it. */
  private static Fault told(Gathered.Misfit misfit) {
    var column = misfit.at().column();
    var place = "row %d%s".formatted(misfit.at().row(), column == null ? "" : ", column " + column);
    var pointer = misfit.pointer() == null ? "" : misfit.pointer();
    return Fault.at(pointer, "%s: %s".formatted(place, misfit.detail()));
  }

  /** Against the contract, each by itself: a list of all would be too long for it. */
  private void shape(JsonNode item, int at, List<Fault> faults) {
    var body = Json.object();
    body.putArray("items").add(item);
    for (var fault : contract.faults("PUT", OPERATION, body)) {
      var pointer = String.valueOf(fault.pointer());
      faults.add(
          Fault.at(pointer.replaceFirst("^/items/0", "/items/" + at), named(item, fault.detail())));
    }
  }

  private static String named(JsonNode item, String detail) {
    var key = item.path("key").asText();
    return key.isEmpty() || key.length() > 120 ? detail : "%s (%s)".formatted(detail, key);
  }

  private static Entry entry(JsonNode item, EditionContent edition) {
    complete(item.path("texts"), edition);
    return Json.to(item, Entry.class);
  }

  /** Which text counts, the edition says. */
  private static void complete(JsonNode texts, EditionContent edition) {
    for (var text : texts) {
      if (!text.has("status")) {
        var authentic = edition.authenticLanguages().contains(text.path("lang").asText());
        ((ObjectNode) text).put("status", authentic ? "authentic" : "translation");
      }
    }
  }

  /** The entries after some operations. */
  List<Entry> operated(List<Entry> before, JsonNode operations, EditionContent edition) {
    var steps = new ArrayList<Operation>();
    for (var operation : operations) {
      complete(operation.path("texts"), edition);
      complete(operation.at("/entry/texts"), edition);
      operation.path("into").forEach(it -> complete(it.path("texts"), edition));
      steps.add(Json.to(operation, Operation.class));
    }
    var outcome = Operations.apply(before, steps);
    require(outcome.faults(), it -> it, Problem::meaningless);
    return checked(outcome.entries(), edition, it -> afterwards(it, outcome.entries()));
  }

  /** A fault that is none of one operation, but of what came out of all. */
  private static Fault afterwards(Fault fault, List<Entry> entries) {
    var steps = String.valueOf(fault.pointer()).split("/", -1);
    var where =
        steps.length > 2 && steps[2].matches("[0-9]+")
            ? "%s after all of them: %s"
                .formatted(
                    String.join("/", List.of(steps).subList(3, steps.length)),
                    entries.get(Integer.parseInt(steps[2])).key())
            : "after all of them";
    return Fault.at("/operations", "%s: %s".formatted(where, fault.detail()));
  }

  private static List<Entry> checked(
      List<Entry> entries, EditionContent edition, UnaryOperator<Fault> told) {
    var languages = EditionDrafts.languages(edition);
    require(EntryCheck.faults(entries, edition.scheme(), languages), told, Problem::meaningless);
    return entries;
  }

  private interface Refusal {
    Problem of(List<Fault> faults);
  }

  private static void require(List<Fault> faults, UnaryOperator<Fault> told, Refusal refusal) {
    if (!faults.isEmpty()) {
      throw refusal.of(faults.stream().map(told).toList());
    }
  }
}
