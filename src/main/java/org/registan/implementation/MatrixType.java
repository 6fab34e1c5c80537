package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.access.Subject;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.Act;
import org.registan.record.Filter;
import org.registan.record.Key;
import org.registan.record.Layers;
import org.registan.record.Layout;
import org.registan.record.LinkTo;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.web.Fault;

/** What a matrix of resolution 1540 means to the exchange. */
@Singleton
class MatrixType implements RecordType {

  private static final Layers LAYERS = Layers.of(MatrixContent.class);

  private static final Layout LAYOUT =
      Layout.of(MatrixContent.class, Submission.NOTED, Set.of("label"));

  private static final List<Filter> FILTERS =
      List.of(Filter.any("template"), Filter.any("row"), Filter.words("q"));

  private final MatrixCheck check;
  private final MatrixWhole whole;

  MatrixType(MatrixCheck check, MatrixWhole whole) {
    this.check = check;
    this.whole = whole;
  }

  @Override
  public String name() {
    return "1540-matrix";
  }

  @Override
  public String path() {
    return "/v1/1540/matrices";
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
  public List<Act> acts() {
    return List.of(Submission.SUBMISSION);
  }

  @Override
  public List<Fault> check(JsonNode content, LocalDate today) {
    return check.faults(matrix(content), today);
  }

  @Override
  public List<Act> noted() {
    return List.of(Submission.PUBLICATION);
  }

  @Override
  public List<Fault> check(Act act, Row row, JsonNode request, LocalDate today) {
    if (!act.name().equals(Submission.SUBMIT)) {
      return List.of();
    }
    var faults = new ArrayList<>(Submission.faults(row, request, today));
    check(row.content(), today).stream().map(it -> it.under("/content")).forEach(faults::add);
    return faults;
  }

  @Override
  public Row completed(Handle handle, Act act, Row row) {
    return act.name().equals(Submission.SUBMIT) ? row.rewritten(whole.content(handle, row)) : row;
  }

  @Override
  public List<JsonNode> unfinished(Handle handle, Act act, UUID record) {
    return act.name().equals(Submission.SUBMIT) ? whole.unfinished(handle, record) : List.of();
  }

  @Override
  public Subject subject(Row row) {
    var matrix = matrix(row.content());
    return Submission.subject(
        row, Map.of("template", Set.of(matrix.template())), matrix.label(), matrix.releasableTo());
  }

  @Override
  public Set<String> attributes() {
    return Set.of("template", "published", "label");
  }

  @Override
  public String dated() {
    return "submitted";
  }

  @Override
  public List<Filter> filters() {
    return FILTERS;
  }

  /** By the rows, too, in which something stands: what several states say in one. */
  @Override
  public List<Key> keys(JsonNode content) {
    var matrix = matrix(content);
    var keys = new ArrayList<Key>();
    keys.add(new Key("template", matrix.template(), Level.CORE));
    matrix.fieldsOrNone().stream()
        .map(MatrixContent.Field::row)
        .distinct()
        .forEach(it -> keys.add(new Key("row", it, Level.DETAIL)));
    return keys;
  }

  @Override
  public Map<String, String> inverses() {
    return Map.of("FOLLOWS", "FOLLOWED_BY");
  }

  @Override
  public List<LinkTo> links(JsonNode content) {
    return content.has("basedOn")
        ? List.of(new LinkTo("FOLLOWS", content.path("basedOn").asText(), "/basedOn"))
        : List.of();
  }

  private static MatrixContent matrix(JsonNode content) {
    return Json.to(content, MatrixContent.class);
  }
}
