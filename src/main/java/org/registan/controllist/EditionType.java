package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.registan.access.Subject;
import org.registan.codes.CodeLists;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.Act;
import org.registan.record.Filter;
import org.registan.record.Key;
import org.registan.record.Labels;
import org.registan.record.Layers;
import org.registan.record.Layout;
import org.registan.record.LinkTo;
import org.registan.record.Moment;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.record.Status;
import org.registan.web.Fault;

/** What an edition of a control list means to the exchange. */
@Singleton
class EditionType implements RecordType {

  static final String NAME = "control-list";
  static final String NOTIFIED = "NOTIFIED";
  static final String AMEND = "amend";

  /** The key by which a list and what its state calls an edition of it find that edition. */
  static final String NAMED = "named";

  /** That an edition follows another of the same list. */
  static final String FOLLOWS = "FOLLOWS";

  private static final Layers LAYERS = Layers.of(EditionContent.class);

  private static final Layout LAYOUT =
      Layout.of(
          EditionContent.class,
          List.of("notificationDate", "withdrawal.date", "withdrawal.reason"),
          Set.of("label"));

  private static final List<Act> ACTS =
      List.of(
          new Act(Act.NOTIFY, Set.of(Status.DRAFT), NOTIFIED, false, EditionType::notified),
          new Act(AMEND, Set.of(NOTIFIED), NOTIFIED, true, (life, request, moment) -> {}),
          Act.withdrawal(Set.of(NOTIFIED)));

  private static final List<Filter> FILTERS =
      List.of(
          Filter.any("list"),
          Filter.any("listKind"),
          new Filter("effectiveFrom", "effectiveFrom", Filter.How.FROM, Optional::of),
          new Filter("effectiveTo", "effectiveFrom", Filter.How.TO, Optional::of),
          Filter.words("q"));

  private final CodeLists codes;
  private final Labels labels;
  private final Records records;

  EditionType(CodeLists codes, Labels labels, Records records) {
    this.codes = codes;
    this.labels = labels;
    this.records = records;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String path() {
    return "/v1/control-lists/editions";
  }

  @Override
  public Layers layers() {
    return LAYERS;
  }

  @Override
  public boolean takesAttachments() {
    return true;
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public List<Act> acts() {
    return ACTS;
  }

  @Override
  public Set<String> corrections() {
    return Set.of(AMEND, Act.WITHDRAW);
  }

  private static void notified(ObjectNode life, JsonNode request, Moment moment) {
    life.put("notificationDate", moment.today().toString());
  }

  @Override
  public List<Fault> check(JsonNode content, LocalDate today) {
    return new EditionCheck(codes, labels, edition(content), today).faults();
  }

  /** Editions follow one another within one list. */
  @Override
  public List<Fault> check(Handle handle, Actor actor, JsonNode content, JsonNode before) {
    return records
        .named(handle, actor.participant(), NAME, content.path("base").asText())
        .flatMap(it -> records.find(handle, actor.participant(), it))
        .filter(it -> !it.content().at("/list/key").equals(content.at("/list/key")))
        .map(it -> List.of(Fault.at("/base", "is an edition of another list")))
        .orElse(List.of());
  }

  @Override
  public List<Fault> check(Act act, Row row, JsonNode request, LocalDate today) {
    return switch (act.name()) {
      case Act.NOTIFY -> EditionCheck.notification(row.content());
      case AMEND -> EditionCheck.amendment(row.content(), request.path("content"));
      default -> List.of();
    };
  }

  @Override
  public Subject subject(Row row) {
    var edition = edition(row.content());
    return new Subject(
        Map.of(
            "list",
            Set.of(edition.list().key()),
            "listKind",
            Set.of(edition.list().kind()),
            "label",
            Set.of(edition.label().tlp())),
        edition.label().tlp(),
        edition.releasableTo() == null ? null : Set.copyOf(edition.releasableTo()),
        false,
        Set.of());
  }

  @Override
  public Set<String> attributes() {
    return Set.of("list", "listKind", "label");
  }

  @Override
  public List<Key> keys(JsonNode content) {
    var edition = edition(content);
    return List.of(
        new Key("list", edition.list().key(), Level.CORE),
        new Key("listKind", edition.list().kind(), Level.CORE),
        new Key(NAMED, name(edition.list().key(), edition.edition()), Level.CORE),
        new Key("effectiveFrom", edition.effectiveFrom().toString(), Level.CORE));
  }

  /** What an edition is called, as a key: of one length, as names are of any. */
  static String name(String list, String edition) {
    return Digest.of(list + "\n" + edition.strip());
  }

  @Override
  public List<Filter> filters() {
    return FILTERS;
  }

  @Override
  public Map<String, String> inverses() {
    return Map.of(FOLLOWS, "FOLLOWED_BY");
  }

  @Override
  public List<LinkTo> links(JsonNode content) {
    return content.has("base")
        ? List.of(new LinkTo(FOLLOWS, content.path("base").asText(), "/base", true))
        : List.of();
  }

  @Override
  public Set<String> frame() {
    return Set.of("list", "label", "caveats", "notificationDate", "withdrawal");
  }

  private static EditionContent edition(JsonNode content) {
    return Json.to(content, EditionContent.class);
  }
}
