package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.registan.identity.Stay;
import org.registan.kernel.Json;

/** All entries of an edition, or of a part of it, as one file that is written as it is read. */
@ApplicationScoped
class EntryExports {

  private final EditionEntries entries;

  EntryExports(EditionEntries entries) {
    this.entries = entries;
  }

  void write(
      Stay stay,
      EditionEntries.Opened opened,
      EditionEntries.Wish wish,
      EntryForm form,
      OutputStream out)
      throws IOException {
    var all = entries.all(stay, opened, wish);
    try {
      switch (form) {
        case JSON -> throw new IllegalArgumentException("is had by pages");
        case LINES -> lines(all, out);
        case TABLE -> CsvTable.write(table(opened), all, out);
        case SHEET -> EntrySheets.write(said(opened.view()), table(opened), all, out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** One entry a line; the last line says how many. */
  private static void lines(Iterator<JsonNode> all, OutputStream out) throws IOException {
    int count = 0;
    while (all.hasNext()) {
      out.write((Json.write(all.next()) + "\n").getBytes(UTF_8));
      count++;
    }
    var end = Json.object().put("end", true).put("count", count);
    out.write((Json.write(end) + "\n").getBytes(UTF_8));
  }

  private static EntryTable table(EditionEntries.Opened opened) {
    return new EntryTable(
        new TreeSet<>(opened.entries().languages()),
        handling(opened.view()),
        opened.view().path("reference").asText());
  }

  static String handling(JsonNode view) {
    var marking = view.at("/label/nationalMarking").asText();
    return view.at("/label/tlp").asText() + (marking.isEmpty() ? "" : " / " + marking);
  }

  /** What the edition says of itself, for its first sheet. */
  private static List<EntrySheets.Said> said(JsonNode view) {
    var said = new ArrayList<EntrySheets.Said>();
    said.add(new EntrySheets.Said("State", view.path("owner").asText()));
    said.add(new EntrySheets.Said("Reference", view.path("reference").asText()));
    said.add(new EntrySheets.Said("List", view.at("/list/key").asText()));
    view.at("/list/title")
        .forEach(it ->
            said.add(
                new EntrySheets.Said(
                    "Title (%s)".formatted(it.path("lang").asText()), it.path("text").asText())));
    said.add(new EntrySheets.Said("Edition", view.path("edition").asText()));
    said.add(new EntrySheets.Said("Instrument", instrument(view.path("instrument"))));
    said.add(new EntrySheets.Said("Effective from", view.path("effectiveFrom").asText()));
    said.add(new EntrySheets.Said("Status", view.path("status").asText()));
    said.add(new EntrySheets.Said("Handling", handling(view)));
    view.path("caveats").forEach(it -> said.add(new EntrySheets.Said("Caveat", it.asText())));
    return said;
  }

  private static String instrument(JsonNode instrument) {
    return String.join(
            " ",
            instrument.path("type").asText(),
            instrument.path("number").asText(),
            instrument.path("date").asText())
        .replace("  ", " ");
  }
}
