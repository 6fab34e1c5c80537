package org.registan.implementation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.ledger.Newest;
import org.registan.ledger.Query;
import org.registan.web.Cursors;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * What states say side by side: of each its newest matrix that the reader has in full, as of a day.
 * Nothing is weighed or ranked.
 */
@ApplicationScoped
class MatrixSurvey {

  private static final ProblemType COMMITTEE_ALONE =
      new ProblemType("committee-alone", 403, "The 1540 Committee alone reads this");

  /** What was submitted last, of those that the reader has in full. */
  private static final Newest.Order LAST =
      new Newest.Order("", "", Level.DETAIL, Level.DETAIL, false);

  private final MatrixType type;
  private final MatrixFields fields;
  private final Newest newest;
  private final Database database;

  MatrixSurvey(MatrixType type, MatrixFields fields, Newest newest, Database database) {
    this.type = type;
    this.fields = fields;
    this.newest = newest;
    this.database = database;
  }

  /**
   * What is asked for.
   *
   * @param asOf the day on which or before which matrices were submitted; absent for today
   */
  record Wish(Template template, Optional<LocalDate> asOf) {

    private Query query() {
      return new Query(
          List.of(),
          List.of(),
          null,
          day(),
          Map.of("template", List.of(template.generation())),
          Map.of(),
          Map.of());
    }

    private @Nullable LocalDate day() {
      return asOf.orElse(null);
    }
  }

  /** What each state says in a row, in the order of states; nothing where it is blank. */
  Cursors.Page<String> row(
      Actor actor, Wish wish, Template.Placed placed, int limit, Optional<String> cursor) {
    var row = placed.row().key();
    return database.act(handle -> {
      var asked = new Newest.Wish(type, wish.query(), LAST, "1540-matrix.row", Map.of("row", row));
      var page = newest.page(handle, actor, asked, limit, cursor);
      var said = fields.ofRow(handle, page.items(), row);
      return page.map(it -> Json.write(said(it, placed, said)));
    });
  }

  private static ObjectNode said(
      Newest.Found matrix, Template.Placed placed, Map<UUID, Map<String, ObjectNode>> said) {
    var item =
        Json.object()
            .put("owner", matrix.owner())
            .put("matrix", matrix.id().toString())
            .put("reference", matrix.reference())
            .put("submitted", matrix.seen().date().toString());
    var list = item.putArray("fields");
    var there = said.getOrDefault(matrix.id(), Map.of());
    placed.section().columns().stream()
        .filter(there::containsKey)
        .map(there::get)
        .forEach(it -> list.add(it.without("row")));
    return item;
  }

  /** How many matrices have which value where, for the Committee alone. */
  ObjectNode counts(Actor actor, Wish wish) {
    if (!actor.participant().equals(Submission.COMMITTEE)) {
      throw Problem.of(COMMITTEE_ALONE, null);
    }
    return database.act(handle -> {
      var asked = new Newest.Wish(type, wish.query(), LAST, "1540-matrix.counts", Map.of());
      var given = newest.all(handle, actor, asked);
      var counted =
          fields.counts(handle, given).stream()
              .collect(Collectors.groupingBy(MatrixFields.Count::row));
      var answer = Json.object().put("matrices", given.size());
      var rows = answer.putArray("rows");
      wish.template()
          .placed()
          .forEach(it -> rows.add(counts(it, counted.getOrDefault(it.row().key(), List.of()))));
      return answer;
    });
  }

  private static ObjectNode counts(Template.Placed placed, List<MatrixFields.Count> counted) {
    var row = Json.object().put("row", placed.row().key()).put("section", placed.section().key());
    var list = row.putArray("counts");
    for (var column : placed.section().columns()) {
      counted.stream()
          .filter(it -> it.column().equals(column))
          .forEach(it ->
              list.addObject()
                  .put("column", column)
                  .put("value", it.value())
                  .put("matrices", it.matrices()));
    }
    return row;
  }
}
