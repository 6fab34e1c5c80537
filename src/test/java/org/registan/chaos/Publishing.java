package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.registan.chaos.Publications.Edition;
import org.registan.chaos.Wire.Request;
import org.registan.controllist.Editions;
import org.registan.kernel.Json;

/** One state draws up editions of its control lists, and two of its people notify them. */
final class Publishing extends Doings {
  private static final List<String> TLP = List.of("CLEAR", "GREEN", "GREEN", "AMBER");
  private static final String WHY = "{\"reason\": \"In the gazette\"}";

  private final Policies policies;
  private final Publications publications;
  private final Finder finder;

  Publishing(Doings same) {
    super(same);
    this.policies = new Policies(this, Editions.TYPE, Editions.PATH);
    this.publications = known.publications();
    this.finder = new Finder(wire, findings, chance);
  }

  /** Each act once that a run must have had: two editions of a list at least, and a draft. */
  void begin() {
    policies.adopt();
    for (var list : lists()) {
      notify(drafted(list));
    }
    notify(follower());
    publications.one(chance, Edition::isNotified).ifPresent(this::amend);
    putAnew(drafted(contents.one(lists())));
    throwAway(drafted(contents.one(lists())));
    var mistaken = follower();
    notify(mistaken);
    withdraw(mistaken);
  }

  private List<String> lists() {
    return List.of(state + "-DUAL-USE", state + "-MILITARY");
  }

  void act() {
    switch (chance.nextInt(24)) {
      case 0, 1 -> drafted(contents.one(lists()));
      case 2, 3 -> follower();
      case 4, 5, 6 -> putAnew(aDraft());
      case 7 -> publications.one(chance, Edition::isDraft).ifPresent(this::throwAway);
      case 8, 9, 10, 11 -> publications.one(chance, Edition::isNotified).ifPresent(this::amend);
      case 12 -> publications.one(chance, Edition::isNotified).ifPresent(this::withdraw);
      case 13 -> policies.stopAndRestart();
      case 14 ->
          publications
              .one(chance, Edition::isNotified)
              .ifPresent(it -> policies.releaseOnce(it.path()));
      case 15, 16 -> policies.adopt();
      case 17, 18 -> policies.duringAdoption(() -> notify(aDraft()));
      default -> notify(aDraft());
    }
  }

  private Edition aDraft() {
    return publications
        .one(chance, Edition::isDraft)
        .orElseGet(() -> chance.nextBoolean() ? follower() : drafted(contents.one(lists())));
  }

  private Edition drafted(String list) {
    return filled(draft(header(list)), Entries.some(chance));
  }

  /** Made by operations on the newest edition of a list, if it has one. */
  private Edition follower() {
    var list = contents.one(lists());
    var base = publications.newest(list, it -> true);
    if (base.isEmpty()) {
      return drafted(list);
    }
    var reference = read(base.get().path()).json().path("reference").asText();
    var draft = draft(header(list).put("base", reference));
    return operated(draft, base.get().entries());
  }

  private ObjectNode header(String list) {
    var day = publications.nextDay().toString();
    return told((ObjectNode) Json.parse(Editions.edition(list, day)));
  }

  /** What an amendment may say otherwise, too. */
  private ObjectNode told(ObjectNode header) {
    header.putObject("label").put("tlp", contents.one(TLP));
    header.put("notes", "file " + chance.nextInt(1000));
    var summary = "What is new: " + chance.nextInt(1000);
    header.putArray("summary").addObject().put("lang", "en").put("text", summary);
    header.remove("releasableTo");
    if (chance.nextInt(6) == 0) {
      header.putArray("releasableTo").add(contents.partner());
    }
    return header;
  }

  private Edition draft(ObjectNode header) {
    var answer = approvals.create("officer", Editions.PATH, Map.of(), header.toString(), 201);
    var draft = Edition.draft(Editions.PATH + "/" + answer.id(), header);
    publications.put(draft);
    done("draft an edition");
    return draft;
  }

  private Edition filled(Edition draft, ArrayNode entries) {
    var body = Json.object().<ObjectNode>set("items", entries).toString();
    return written(draft, "PUT", "/entries", body, entries);
  }

  private Edition operated(Edition draft, ArrayNode before) {
    var steps = Steps.on(before, chance);
    var written = written(draft, "POST", "/operations", steps.request(), steps.entries());
    done("amend entries by operations");
    return written;
  }

  private void putAnew(Edition draft) {
    if (!draft.entries().isEmpty() && chance.nextBoolean()) {
      operated(draft, draft.entries());
    } else {
      filled(draft, Entries.some(chance));
    }
    done("put entries anew");
  }

  /** Nobody else writes this draft: after a lost answer it has the entries that were sent. */
  private Edition written(
      Edition draft, String method, String under, String body, ArrayNode entries) {
    var match = Map.of("If-Match", read(draft.path()).etag());
    var request = new Request(method, draft.path() + under, match, body);
    var answer = wire.send(as("officer"), request);
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s %s: %s", state, request, answer);
    }
    var now = draft.with(entries);
    requireEntries(now, read(draft.path()).json());
    publications.put(now);
    return now;
  }

  private void requireEntries(Edition edition, JsonNode view) {
    findings.same(
        Entries.digest(edition.entries()),
        view.at("/entries/sha256").asText(),
        "%s digest of %s",
        state,
        edition.path());
  }

  private void notify(Edition draft) {
    carryOut(draft, "notify", WHY);
    moved(draft.in("NOTIFIED"));
    var inEffect = publications.newest(draft.list(), it -> true).orElseThrow();
    finder.look(as("releaser"), draft.list(), draft.entries(), inEffect.entries());
    done("notify an edition");
  }

  private void amend(Edition edition) {
    var content = told(edition.header().deepCopy());
    var body = Json.object().put("reason", "Typed wrongly").<ObjectNode>set("content", content);
    carryOut(edition, "amend", body.toString());
    moved(edition.amended(content));
    done("amend an edition");
  }

  private void withdraw(Edition edition) {
    var body = "{\"reason\": \"A draft\", \"errorText\": \"By mistake\"}";
    carryOut(edition, "withdraw-in-error", body);
    moved(edition.in("ISSUED_IN_ERROR"));
    done("withdraw an edition");
  }

  private void carryOut(Edition edition, String act, String body) {
    var path = edition.path() + "/" + act;
    var match = Map.of("If-Match", read(edition.path()).etag());
    var proposal = approvals.propose("officer", path, match, body);
    if (!approvals.approve(proposal)) {
      findings.violation("%s %s could not be approved", state, path);
      approvals.discard(proposal);
    }
  }

  private void moved(Edition now) {
    var view = read(now.path()).json();
    findings.same(now.status(), view.path("status").asText(), "status of %s", now.path());
    requireEntries(now, view);
    publications.put(now);
  }

  private void throwAway(Edition draft) {
    var match = Map.of("If-Match", read(draft.path()).etag());
    var answer = wire.send(as("officer"), new Request("DELETE", draft.path(), match, ""));
    if (answer.status() != 204 && answer.status() != 404) {
      findings.violation("%s DELETE %s: %s", state, draft.path(), answer);
    }
    publications.throwAway(draft);
    done("throw an edition away");
  }
}
