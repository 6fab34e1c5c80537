package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.oracle.Level;

/** A document or matrix of a random history: what its owner wrote, and what became of it. */
final class Paper {

  /** What is sent to the Committee. */
  enum Kind {
    DOCUMENT("1540-document", Documents.PATH),
    MATRIX("1540-matrix", MatrixSamples.PATH);

    final String type;
    final String path;

    Kind(String type, String path) {
      this.type = type;
      this.path = path;
    }
  }

  private static final List<String> IN_DETAIL = List.of("summary", "attachments", "fields");
  private static final List<String> OWN = List.of("notes", "releasableTo", "changes", "basedOn");

  /** What the platform puts in beside what the owner wrote. */
  private static final List<String> GIVEN =
      List.of("id", "reference", "version", "updatedAt", "submission", "agency", "edits");

  final Kind kind;
  final String owner;
  final String path;
  final String reference;
  final ObjectNode content;

  /** The levels at which it was released to someone by itself. */
  final Map<String, Level> oneOffs = new TreeMap<>();

  String status = "DRAFT";
  boolean held;

  /** The document that this one adds to, or the matrix that it continues. */
  @Nullable Paper earlier;

  /** The path of the file that is attached to it. */
  @Nullable String file;

  /** What stands in a draft matrix and goes into its content when it is submitted. */
  @Nullable JsonNode field;

  @Nullable JsonNode publication;

  Paper(Kind kind, String owner, String path, String reference, ObjectNode content) {
    this.kind = kind;
    this.owner = owner;
    this.path = path;
    this.reference = reference;
    this.content = content;
  }

  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean isDraft() {
    return status.equals("DRAFT");
  }

  /** Whether nobody filled it yet or attached anything. */
  boolean isBare() {
    return file == null && field == null;
  }

  /** Whether its label, and whom it names, let a reader have it. */
  boolean admits(String reader) {
    var named = content.path("releasableTo");
    return named.isMissingNode() || named.valueStream().anyMatch(it -> it.asText().equals(reader));
  }

  /** What a policy asks for. */
  String attribute(String name) {
    return name.equals("published")
        ? (status.equals("PUBLISHED") ? "YES" : "NO")
        : content.at("/label/tlp").asText();
  }

  /** All that a reader of this level is told of it, and nothing else. */
  ObjectNode at(Level level) {
    ObjectNode view = content.deepCopy();
    if (level != Level.OWNER) {
      view.remove(OWN);
    } else {
      view.put("held", held);
    }
    if (level == Level.CORE) {
      view.remove(IN_DETAIL);
    }
    if (publication != null) {
      view.set("publication", publication);
    }
    return view.put("owner", owner).put("status", status).put("disclosure", level.name());
  }

  /** What a view says of that. */
  static ObjectNode said(JsonNode view) {
    ObjectNode said = view.deepCopy();
    return said.remove(GIVEN);
  }

  /** Its file goes with its details. */
  static boolean showsFiles(Level level) {
    return level.compareTo(Level.DETAIL) >= 0;
  }

  @Override
  public String toString() {
    return "%s %s of %s: %s".formatted(kind, reference, owner, Json.write(at(Level.OWNER)));
  }
}
