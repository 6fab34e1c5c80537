package org.registan.denial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.registan.access.Subject;
import org.registan.codes.CodeLists;
import org.registan.codes.ControlCode;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.Act;
import org.registan.record.Ceiling;
import org.registan.record.CodeBook;
import org.registan.record.Deadline;
import org.registan.record.Filter;
import org.registan.record.Key;
import org.registan.record.Labels;
import org.registan.record.Layers;
import org.registan.record.Layout;
import org.registan.record.LinkTo;
import org.registan.record.Personal;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.record.Tlp;
import org.registan.record.Words;
import org.registan.web.Fault;

/** What a denial notification means to the exchange. */
@Singleton
class DenialType implements RecordType {

  private static final Layers LAYERS = Layers.of(DenialContent.class);

  private static final String OWN_NAME = "nationalReference";

  private static final Layout LAYOUT =
      Layout.of(DenialContent.class, DenialActs.NOTED, Set.of("label", OWN_NAME));

  private static final List<Filter> FILTERS =
      List.of(
          Filter.any("denialKind"),
          Filter.any("destination"),
          Filter.any("hs"),
          Filter.any("reason"),
          new Filter(
              "code", "code", Filter.How.ANY, it -> ControlCode.parse(it).map(ControlCode::key)),
          new Filter("decidedFrom", "decisionDate", Filter.How.FROM, Optional::of),
          new Filter("decidedTo", "decisionDate", Filter.How.TO, Optional::of),
          new Filter("termFrom", "term", Filter.How.FROM, Optional::of),
          new Filter("termTo", "term", Filter.How.TO, Optional::of),
          Filter.words("party"),
          Filter.words("q"));

  private final CodeLists codes;
  private final Labels labels;
  private final CodeBook book;

  DenialType(CodeLists codes, Labels labels, CodeBook book) {
    this.codes = codes;
    this.labels = labels;
    this.book = book;
  }

  @Override
  public String name() {
    return "denial";
  }

  @Override
  public String path() {
    return "/v1/denials";
  }

  @Override
  public Layers layers() {
    return LAYERS;
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public String ownName() {
    return OWN_NAME;
  }

  @Override
  public List<Act> acts() {
    return DenialActs.ALL;
  }

  @Override
  public Set<String> corrections() {
    return Set.of(DenialActs.AMEND, DenialActs.REVOKE, Act.WITHDRAW);
  }

  @Override
  public List<Fault> check(JsonNode content, LocalDate today) {
    return DenialCheck.faults(codes, denial(content), today, labels);
  }

  /** What became of a list since keeps nobody from putting right a denial that names it. */
  @Override
  public List<Fault> check(Handle handle, Actor actor, JsonNode content, JsonNode before) {
    var denial = denial(content);
    var codes = before.isMissingNode() ? denial.codes() : denial.codesBeside(denial(before));
    return book.faults(handle, actor, denial.decisionDate(), codes);
  }

  @Override
  public List<Fault> check(Act act, Row row, JsonNode request, LocalDate today) {
    return new ActCheck(codes, row, request, today).faults(act);
  }

  @Override
  public List<Deadline> deadlines(Row row) {
    return DenialActs.deadlines(row);
  }

  @Override
  public Set<String> attributes() {
    return Set.of("denialKind", "controlBasis", "destination", "partyCountry", "reason", "label");
  }

  @Override
  public Subject subject(Row row) {
    return denial(row.content()).subject();
  }

  @Override
  public List<Filter> filters() {
    return FILTERS;
  }

  @Override
  public List<Key> keys(JsonNode content) {
    var denial = denial(content);
    var keys = new ArrayList<Key>();
    keys.add(new Key("denialKind", denial.denialKind(), Level.CORE));
    keys.add(new Key("destination", denial.destination(), Level.CORE));
    keys.add(new Key("decisionDate", denial.decisionDate().toString(), Level.CORE));
    denial.reasonCodes().forEach(it -> keys.add(new Key("reason", it, Level.CORE)));
    for (var item : denial.items()) {
      item.codeKeys().forEach(it -> keys.add(new Key("code", it, Level.CORE)));
      item.hsKeys().forEach(it -> keys.add(new Key("hs", it, Level.DETAIL)));
    }
    denial.partiesOrNone().stream()
        .flatMap(it -> it.namesOrNone().stream())
        .flatMap(it -> Words.of(it.text()).stream())
        .forEach(it -> keys.add(new Key("party", it, Level.CORE)));
    return keys;
  }

  /** By the end of its term too, which stands in its life. */
  @Override
  public List<Key> keys(Row row) {
    var keys = new ArrayList<>(keys(row.content()));
    for (var end : List.of("validUntil", "reviewDue")) {
      if (row.life().hasNonNull(end)) {
        keys.add(new Key("term", row.life().path(end).asText(), Level.CORE));
      }
    }
    return keys;
  }

  @Override
  public Personal persons() {
    return DenialPersons.INSTANCE;
  }

  @Override
  public Optional<LocalDate> ended(Row row) {
    return DenialActs.ended(row);
  }

  /** A narrative with a stricter label than the record's stays with the owner. */
  @Override
  public List<String> withheld(JsonNode content) {
    var own = content.at("/reasonNarrative/label");
    var record = content.path("label");
    var stricter =
        Tlp.isStricter(own.path("tlp").asText(), record.path("tlp").asText())
            || Ceiling.isHigher(
                own.path("nationalMarking").asText(), record.path("nationalMarking").asText());
    return stricter ? List.of("/reasonNarrative") : List.of();
  }

  @Override
  public List<LinkTo> links(JsonNode content) {
    var links = new ArrayList<LinkTo>();
    var related = content.path("relatedDenials");
    for (int i = 0; i < related.size(); i++) {
      links.add(
          new LinkTo(
              related.path(i).path("relation").asText(),
              related.path(i).path("reference").asText(),
              "/relatedDenials/%d/reference".formatted(i)));
    }
    return links;
  }

  @Override
  public Set<String> frame() {
    return Set.of(
        "denialKind", "decisionDate", "label", "caveats", "notificationDate", "withdrawal");
  }

  private static DenialContent denial(JsonNode content) {
    return Json.to(content, DenialContent.class);
  }
}
