package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.registan.record.Status;
import org.registan.web.Fault;

/** What a matrix of resolution 1540 means to the exchange. */
@Singleton
class MatrixType implements RecordType {

  static final String SUBMIT = "submit";
  static final String SUBMITTED = "SUBMITTED";

  private static final String SUBMITTED_ON = "submittedOn";

  private static final Layers LAYERS = Layers.of(MatrixContent.class);

  private static final Layout LAYOUT =
      Layout.of(MatrixContent.class, List.of(SUBMITTED_ON), Set.of("label"));

  /** It is submitted with the fields that stand in it then. */
  private static final List<Act> ACTS =
      List.of(
          new Act(
              SUBMIT,
              Set.of(Status.DRAFT),
              SUBMITTED,
              true,
              (life, request, moment) -> life.put(SUBMITTED_ON, moment.today().toString())));

  private static final List<Filter> FILTERS =
      List.of(Filter.any("template"), Filter.any("row"), Filter.words("q"));

  private final MatrixCheck check;

  MatrixType(MatrixCheck check) {
    this.check = check;
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
    return ACTS;
  }

  @Override
  public List<Fault> check(JsonNode content, LocalDate today) {
    return check.faults(matrix(content), today);
  }

  @Override
  public Subject subject(JsonNode content) {
    var matrix = matrix(content);
    var named = matrix.releasableTo();
    return new Subject(
        Map.of("template", Set.of(matrix.template()), "label", Set.of(matrix.label().tlp())),
        matrix.label().tlp(),
        named == null ? null : Set.copyOf(named),
        false);
  }

  @Override
  public Set<String> attributes() {
    return Set.of("template", "label");
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
  public List<LinkTo> links(JsonNode content) {
    return content.has("basedOn")
        ? List.of(new LinkTo("FOLLOWS", content.path("basedOn").asText(), "/basedOn"))
        : List.of();
  }

  private static MatrixContent matrix(JsonNode content) {
    return Json.to(content, MatrixContent.class);
  }
}
