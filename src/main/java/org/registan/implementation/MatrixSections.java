package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.participant.Participant;
import org.registan.participant.Participants;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** The sections of a draft matrix on their way between those who put it together and agencies. */
@ApplicationScoped
class MatrixSections {

  private final MatrixDrafts drafts;
  private final MatrixFields fields;
  private final MatrixType type;
  private final Participants participants;

  MatrixSections(
      MatrixDrafts drafts, MatrixFields fields, MatrixType type, Participants participants) {
    this.drafts = drafts;
    this.fields = fields;
    this.type = type;
    this.participants = participants;
  }

  /** How far the sections are that the actor sees: how many rows, and what is missing. */
  List<ObjectNode> progress(Actor actor, String id) {
    return drafts.read(
        actor,
        id,
        (handle, opened) -> {
          var known = fields.all(handle, actor, opened.row().id());
          return opened.scope().sections().stream()
              .map(it -> progress(opened.template(), it, known))
              .toList();
        });
  }

  private static ObjectNode progress(
      Template template, MatrixSection section, Map<String, Map<String, ObjectNode>> known) {
    var rows = template.section(section.key()).orElseThrow().rows();
    var filled = rows.stream().filter(it -> known.containsKey(it.key())).toList();
    var unsourced =
        filled.stream()
            .filter(it ->
                known.getOrDefault(it.key(), Map.of()).values().stream()
                    .anyMatch(MatrixSections::lacksSource))
            .count();
    return section
        .json()
        .put("rows", rows.size())
        .put("filled", filled.size())
        .put("withoutSource", unsourced)
        .put("tag", section.tag());
  }

  /** What is said to be laid down somewhere, and not where. */
  private static boolean lacksSource(JsonNode field) {
    var value = field.path("value").asText();
    return (value.equals("X") || value.equals("?")) && !field.has("sources");
  }

  /** Gives a section to an agency of the state, which begins its work on it. */
  MatrixSection assign(Actor actor, String id, String section, Call call, String agency) {
    return change(
        actor,
        id,
        section,
        call,
        "1540-matrix.assign",
        (handle, opened) -> {
          opened.requireWhole();
          return before -> {
            if (!isAgency(handle, actor, agency)) {
              throw Problem.meaningless(List.of(Fault.at("/agency", "is not an agency of yours")));
            }
            return MatrixSection.of(section, agency);
          };
        });
  }

  /** The agency has done its part. */
  MatrixSection handIn(Actor actor, String id, String section, Call call) {
    return change(
        actor,
        id,
        section,
        call,
        "1540-matrix.hand-in",
        (handle, opened) ->
            before -> {
              if (before.state() == MatrixSection.State.HANDED_IN) {
                throw Problem.notPossible(before.state().name(), List.of());
              }
              return before.handedIn();
            });
  }

  /** Gives a section back, with a word on why. */
  MatrixSection giveBack(Actor actor, String id, String section, Call call, String comment) {
    return change(
        actor,
        id,
        section,
        call,
        "1540-matrix.return",
        (handle, opened) -> {
          opened.requireWhole();
          return before -> {
            if (before.state() != MatrixSection.State.HANDED_IN) {
              throw Problem.notPossible(before.state().name(), List.of());
            }
            return before.returned(comment);
          };
        });
  }

  /** What becomes of a section, once it is what the actor read of a draft. */
  private interface Move {
    MatrixSection of(MatrixSection before);
  }

  private MatrixSection change(
      Actor actor,
      String id,
      String section,
      Call call,
      String event,
      BiFunction<Handle, MatrixDrafts.Opened, Move> allowed) {
    return drafts.change(
        actor,
        id,
        event,
        section,
        (handle, opened) -> {
          var before = opened.scope().require(section);
          var move = allowed.apply(handle, opened);
          call.requireMatch(before.tag());
          if (!opened.row().isDraft()) {
            throw Problem.notPossible(opened.row().status(), type.possible(opened.row()));
          }
          var after = move.of(before);
          fields.put(handle, opened.row(), after);
          return after;
        });
  }

  private boolean isAgency(Handle handle, Actor actor, String agency) {
    return participants.find(handle, actor.participant()).stream()
        .flatMap(it -> it.agencies().stream())
        .map(Participant.Agency::id)
        .anyMatch(agency::equals);
  }
}
