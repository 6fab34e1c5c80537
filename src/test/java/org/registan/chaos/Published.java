package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.registan.chaos.Publications.Edition;
import org.registan.chaos.Wire.Caller;
import org.registan.chaos.Wire.Request;
import org.registan.controllist.Editions;
import org.registan.kernel.Json;

/**
 * The editions of a state are there as they were acknowledged, and who sees them in full, and
 * nobody else, reads their entries, asks for their codes and finds their words.
 */
final class Published {
  private static final String LINES = "application/x-ndjson";

  private final Wire wire;
  private final Pages pages;
  private final Findings findings;
  private final Random chance;
  private final Finder finder;

  Published(Wire wire, Findings findings, long seed) {
    this.wire = wire;
    this.pages = new Pages(wire, findings);
    this.findings = findings;
    this.chance = new Random(seed);
    this.finder = new Finder(wire, findings, chance);
  }

  void compare(Writer writer) {
    var owner = new Caller(writer.state(), "officer");
    var publications = writer.known().publications();
    var editions = publications.all();
    findings.same(
        editions.stream().map(Edition::id).collect(Collectors.toCollection(TreeSet::new)),
        listed(owner),
        "editions of %s",
        writer.state());
    publications
        .thrownAway()
        .forEach(it -> findings.same(404, wire.get(owner, it).status(), "%s was thrown away", it));
    editions.forEach(it -> compareOwn(owner, it));
    compareLists(owner, publications, id -> true);
    for (var reader : Releases.readers(writer.state())) {
      var inFull = inFull(reader, writer.state(), editions);
      compareLists(reader, publications, inFull::contains);
    }
  }

  private Set<String> listed(Caller owner) {
    var listed = new TreeSet<String>();
    for (var which : List.of("owner=" + owner.participant(), "status=DRAFT")) {
      listed.addAll(pages.of(owner, Editions.PATH + "?limit=200&" + which).keySet());
    }
    return listed;
  }

  /** Its owner reads it as a file. */
  private void compareOwn(Caller owner, Edition edition) {
    var view = wire.get(owner, edition.path()).json();
    findings.same(edition.status(), view.path("status").asText(), "status of %s", edition.path());
    ObjectNode said = Json.object();
    edition.header().fieldNames().forEachRemaining(it -> said.set(it, view.path(it)));
    findings.same(edition.header(), said, "what %s says of itself", edition.path());
    requireHeader(edition, view);
    var accept = Map.of("Accept", LINES);
    var file = wire.send(owner, new Request("GET", edition.path() + "/entries", accept, ""));
    findings.same(lines(edition.entries()), file.text(), "file of %s", edition.path());
    findings.count("entries compared");
  }

  private static String lines(ArrayNode entries) {
    var lines = new StringBuilder();
    entries.forEach(it -> lines.append(Json.canonical(it)).append('\n'));
    var end = Json.object().put("end", true).put("count", entries.size());
    return lines.append(Json.write(end)).append('\n').toString();
  }

  private void requireHeader(Edition edition, JsonNode view) {
    var entries = edition.entries();
    findings.same(entries.size(), view.at("/entries/count").asInt(), "count of %s", edition.path());
    findings.same(
        Entries.digest(entries),
        view.at("/entries/sha256").asText(),
        "digest of %s",
        edition.path());
  }

  /** Those that a reader sees in full, whose entries it reads; of others it reads none. */
  private Set<String> inFull(Caller reader, String owner, List<Edition> editions) {
    var views = new HashMap<String, JsonNode>();
    pages
        .of(reader, Editions.PATH + "?limit=200&owner=" + owner)
        .forEach((id, text) -> views.put(id, Json.parse(text)));
    var inFull = new HashSet<String>();
    for (var edition : editions) {
      var view = views.getOrDefault(edition.id(), Json.object());
      var level = view.path("disclosure").asText("NONE");
      if (level.equals("DETAIL") && edition.isNotified()) {
        inFull.add(edition.id());
        requireHeader(edition, view);
        findings.same(
            Json.canonical(edition.entries()),
            Json.canonical(entries(reader, edition.path())),
            "%s entries of %s",
            reader,
            edition.path());
      } else {
        var read = wire.get(reader, edition.path() + "/entries");
        findings.same(404, read.status(), "%s entries of %s at %s", reader, edition, level);
        findings.same(false, view.has("entries"), "%s %s names entries", reader, view);
      }
      findings.count(
          "entries asked for by a partner: " + (edition.isNotified() ? level : edition.status()));
    }
    return inFull;
  }

  /** All pages of them. */
  private ArrayNode entries(Caller reader, String path) {
    var entries = Json.MAPPER.createArrayNode();
    var cursor = "";
    do {
      var query = "?limit=150" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      var page = wire.get(reader, path + "/entries" + query).json();
      page.path("items").forEach(entries::add);
      cursor = page.path("next").asText();
    } while (!cursor.isEmpty());
    return entries;
  }

  /** What a reader is told of each list is of the newest edition of it that they see in full. */
  private void compareLists(Caller reader, Publications publications, Predicate<String> sees) {
    var all = publications.all();
    var byList = all.stream().collect(Collectors.groupingBy(Edition::list));
    byList.forEach((list, editions) -> {
      var seen = editions.stream().filter(it -> it.isNotified() && sees.test(it.id())).toList();
      var entries = seen.isEmpty() ? Json.MAPPER.createArrayNode() : seen.getLast().entries();
      var any = editions.get(chance.nextInt(editions.size()));
      ask(reader, list, seen.isEmpty() ? any.entries() : entries, !seen.isEmpty());
      finder.look(reader, list, entries, entries);
      finder.look(reader, list, any.entries(), entries);
      if (seen.size() > 1) {
        changes(reader, seen.get(chance.nextInt(seen.size() - 1)), seen.getLast());
      }
    });
  }

  /** The status of a code: that of one that is listed where the reader sees an edition. */
  private void ask(Caller reader, String list, ArrayNode entries, boolean seen) {
    var coded = Entries.leaves(entries, Set.of("ENTRY"));
    if (coded.isEmpty()) {
      return;
    }
    var code = coded.get(chance.nextInt(coded.size())).path("code").asText();
    var path = "/v1/control-lists/status?list=%s&code=%s".formatted(list, code);
    var statuses =
        wire.get(reader, path)
            .json()
            .path("items")
            .valueStream()
            .map(it -> it.path("status").asText())
            .toList();
    findings.same(seen ? List.of("LISTED") : List.of(), statuses, "%s %s", reader, path);
    findings.count("codes asked for: " + (seen ? "LISTED" : "of no list"));
  }

  private void changes(Caller reader, Edition from, Edition to) {
    var path = to.path() + "/changes?from=" + from.id();
    findings.same(200, wire.get(reader, path).status(), "%s %s", reader, path);
    findings.count("changes between editions read");
  }
}
