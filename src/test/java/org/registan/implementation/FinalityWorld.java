package org.registan.implementation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.kernel.Json;
import org.registan.oracle.Level;

/**
 * What two states send to the Committee in a random history: done on the running platform, and
 * beside it a naive model of who has what.
 */
final class FinalityWorld {

  static final String COMMITTEE = "UN1540";
  static final List<String> OWNERS = List.of("PAK", "KAZ");

  private static final String REASON = "{\"reason\": \"As agreed\"}";
  private static final String ROW = "OP2.1";
  private static final String COLUMN = "framework.NW";
  private static final String LAW = "Export Control Act";
  private static final int MOST = 9;

  final List<Paper> papers = new ArrayList<>();
  private final Map<String, List<Allowance>> policies = new HashMap<>();
  private final Set<String> stopped = new TreeSet<>();

  /** The level that a participant has of a paper. */
  Level level(Paper it, String reader) {
    if (it.owner.equals(reader)) {
      return Level.OWNER;
    }
    if (it.isDraft()) {
      return Level.NONE;
    }
    if (reader.equals(COMMITTEE)) {
      return Level.DETAIL;
    }
    var gate = gate(it.owner, it.kind);
    var policy = policies.getOrDefault(gate, List.of());
    if (it.held
        || stopped.contains(gate)
        || !it.admits(reader)
        || Allowance.forbids(policy, it, reader)) {
      return Level.NONE;
    }
    return Collections.max(
        List.of(Allowance.level(policy, it, reader), it.oneOffs.getOrDefault(reader, Level.NONE)));
  }

  /** All that a participant is shown, by path. */
  Map<String, ObjectNode> shown(String reader) {
    var shown = new HashMap<String, ObjectNode>();
    for (var it : papers) {
      var level = level(it, reader);
      if (level.reads()) {
        shown.put(it.path, it.at(level));
      }
    }
    return shown;
  }

  private static String gate(String owner, Paper.Kind kind) {
    return "/v1/policies/" + kind.type + " of " + owner;
  }

  /** Does what is wanted, if there is something to do it to; the owner of the one record it was. */
  Done perform(FinalityWish wish) {
    return switch (wish.deed()) {
      case DRAFT -> papers.size() < MOST ? draft(wish, null) : Done.NOTHING;
      case ADD ->
          picked(wish, it -> !it.isDraft() && papers.size() < MOST)
              .map(it -> draft(wish, it))
              .orElse(Done.NOTHING);
      case FILL -> toOne(wish, it -> it.isDraft() && it.isBare(), FinalityWorld::fill);
      case SUBMIT -> toOne(wish, Paper::isDraft, FinalityWorld::submit);
      case PUBLISH -> toOne(wish, it -> !it.isDraft(), FinalityWorld::publish);
      case HOLD -> toOne(wish, it -> !it.isDraft() && !it.held, FinalityWorld::hold);
      case LIFT -> toOne(wish, it -> it.held, FinalityWorld::lift);
      case RELEASE ->
          toOne(
              wish,
              it ->
                  !it.isDraft()
                      && !it.owner.equals(wish.reader())
                      && !it.oneOffs.containsKey(wish.reader()),
              it -> release(it, wish));
      case END -> toOne(wish, it -> !it.oneOffs.isEmpty(), FinalityWorld::end);
      case ADOPT -> adopt(wish);
      case STOP -> stop(wish);
      case RESTART -> restart(wish.owner(), wish.kind());
    };
  }

  /** What was done: to one record of an owner, to all of one, or to none. */
  record Done(String owner, boolean toOne) {
    static final Done NOTHING = new Done("", false);
  }

  private Optional<Paper> picked(FinalityWish wish, Predicate<Paper> possible) {
    var all =
        papers.stream()
            .filter(it -> it.owner.equals(wish.owner()) && it.kind == wish.kind())
            .filter(possible)
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(Math.floorMod(wish.pick(), all.size())));
  }

  private Done toOne(FinalityWish wish, Predicate<Paper> possible, Consumer<Paper> act) {
    var paper = picked(wish, possible);
    paper.ifPresent(act);
    return paper.map(it -> new Done(it.owner, true)).orElse(Done.NOTHING);
  }

  private Done draft(FinalityWish wish, @Nullable Paper earlier) {
    var isDocument = wish.kind() == Paper.Kind.DOCUMENT;
    var text =
        isDocument ? Documents.report() : MatrixSamples.header("Matrix " + (papers.size() + 1));
    ObjectNode content = Json.parse(text).deepCopy();
    if (!wish.named().isEmpty()) {
      content.putObject("label").put("tlp", "RED");
      wish.named().forEach(content.putArray("releasableTo").add(COMMITTEE)::add);
    }
    if (earlier != null && isDocument) {
      content.put("changeKind", "ADDENDUM").put("changes", earlier.reference);
    } else if (earlier != null) {
      content.put("basedOn", earlier.reference);
    }
    var drafted =
        As.the(wish.owner(), "officer")
            .body(content.toString())
            .post(wish.kind().path)
            .then()
            .statusCode(201)
            .extract();
    var paper =
        new Paper(
            wish.kind(),
            wish.owner(),
            drafted.header("Location"),
            drafted.path("reference"),
            content);
    paper.earlier = earlier;
    papers.add(paper);
    return new Done(wish.owner(), true);
  }

  /** A file is attached to a document; a row of a matrix is filled. */
  private static void fill(Paper paper) {
    if (paper.kind == Paper.Kind.DOCUMENT) {
      paper.file = Documents.attached(paper.owner, paper.path);
      var draft = As.the(paper.owner, "officer").get(paper.path).asString();
      paper.content.set("attachments", Json.parse(draft).path("attachments"));
    } else {
      MatrixSamples.fill(
          As.the(paper.owner, "officer"), paper.path, ROW, MatrixSamples.row(COLUMN, "X", LAW));
      var field = Json.object().put("row", ROW).put("column", COLUMN).put("value", "X");
      field.putArray("sources").addObject().put("law", LAW);
      paper.field = field;
    }
  }

  private static void submit(Paper paper) {
    Denials.carriedOut(paper.owner, paper.path, "submit", Documents.noteVerbale());
    paper.status = "SUBMITTED";
    var field = paper.field;
    if (field != null) {
      paper.content.putArray("fields").add(field);
    }
  }

  private static void publish(Paper paper) {
    var before = paper.publication;
    var symbol =
        before == null
            ? "S/AC.44/2026/" + paper.reference
            : before.path("symbol").asText() + "/REV";
    Documents.published(paper.path, symbol);
    paper.status = "PUBLISHED";
    ObjectNode said = Json.parse(Documents.symbol(symbol)).deepCopy();
    paper.publication = said.without("reason");
  }

  private static void hold(Paper paper) {
    As.the(paper.owner, "releaser")
        .header("If-Match", Denials.etag(paper.owner, paper.path))
        .body(REASON)
        .post(paper.path + "/hold")
        .then()
        .statusCode(200);
    paper.held = true;
  }

  private static void lift(Paper paper) {
    Denials.carriedOut(paper.owner, paper.path, "lift", REASON);
    paper.held = false;
  }

  private static void release(Paper paper, FinalityWish wish) {
    var body =
        Json.object()
            .put("record", paper.id())
            .put("recipient", wish.reader())
            .put("level", wish.level().name())
            .put("until", "2999-01-01T00:00:00Z")
            .put("reason", "As agreed");
    Denials.approved(
        paper.owner, As.the(paper.owner, "officer").body(body.toString()).post(oneOffs(paper)));
    paper.oneOffs.put(wish.reader(), wish.level());
  }

  /** Ends the first one-off of a paper. */
  private static void end(Paper paper) {
    var reader = paper.oneOffs.keySet().iterator().next();
    String id =
        As.the(paper.owner, "releaser")
            .get(oneOffs(paper))
            .path(
                "items.find { it.record == '%s' && it.recipient == '%s' }.id"
                    .formatted(paper.id(), reader));
    As.the(paper.owner, "releaser").post(oneOffs(paper) + "/" + id + "/end").then().statusCode(200);
    paper.oneOffs.remove(reader);
  }

  private static String oneOffs(Paper paper) {
    return "/v1/policies/" + paper.kind.type + "/one-offs";
  }

  private Done adopt(FinalityWish wish) {
    Denials.adopted(wish.owner(), wish.kind().type, Allowance.json(wish.policy()));
    policies.put(gate(wish.owner(), wish.kind()), wish.policy());
    return new Done(wish.owner(), false);
  }

  private Done stop(FinalityWish wish) {
    if (!stopped.add(gate(wish.owner(), wish.kind()))) {
      return Done.NOTHING;
    }
    As.the(wish.owner(), "releaser")
        .body(REASON)
        .post("/v1/policies/" + wish.kind().type + "/stop")
        .then()
        .statusCode(200);
    return new Done(wish.owner(), false);
  }

  private Done restart(String owner, Paper.Kind kind) {
    if (!stopped.remove(gate(owner, kind))) {
      return Done.NOTHING;
    }
    var proposal =
        As.the(owner, "officer").body(REASON).post("/v1/policies/" + kind.type + "/restart");
    Denials.approved(owner, proposal);
    return new Done(owner, false);
  }

  /** No stop of it and no policy stays for others. */
  void end() {
    for (var owner : OWNERS) {
      for (var kind : Paper.Kind.values()) {
        restart(owner, kind);
        Denials.adopted(owner, kind.type, "{\"rules\": []}");
      }
    }
  }
}
