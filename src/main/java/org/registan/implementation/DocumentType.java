package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registan.access.Subject;
import org.registan.codes.CodeLists;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.Act;
import org.registan.record.Filter;
import org.registan.record.Key;
import org.registan.record.Labels;
import org.registan.record.Layers;
import org.registan.record.Layout;
import org.registan.record.LinkTo;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.web.Fault;

/** What a document for the 1540 Committee means to the exchange. */
@Singleton
class DocumentType implements RecordType {

  private static final Layers LAYERS = Layers.of(DocumentContent.class);

  private static final Layout LAYOUT =
      Layout.of(DocumentContent.class, Submission.NOTED, Set.of("label"));

  private final CodeLists codes;
  private final Labels labels;

  DocumentType(CodeLists codes, Labels labels) {
    this.codes = codes;
    this.labels = labels;
  }

  @Override
  public String name() {
    return "1540-document";
  }

  @Override
  public String path() {
    return "/v1/1540/documents";
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
    return List.of(Submission.SUBMISSION);
  }

  @Override
  public List<Act> noted() {
    return List.of(Submission.PUBLICATION);
  }

  @Override
  public List<Fault> check(JsonNode content, LocalDate today) {
    return new DocumentCheck(codes, labels, document(content), today).faults();
  }

  @Override
  public List<Fault> check(Act act, Row row, JsonNode request, LocalDate today) {
    return act.name().equals(Submission.SUBMIT)
        ? Submission.faults(row, request, today)
        : List.of();
  }

  @Override
  public Subject subject(Row row) {
    var document = document(row.content());
    return Submission.subject(
        row,
        Map.of("documentKind", Set.of(document.documentKind())),
        document.label(),
        document.releasableTo());
  }

  @Override
  public Set<String> attributes() {
    return Set.of("documentKind", "published", "label");
  }

  @Override
  public List<Key> keys(JsonNode content) {
    var document = document(content);
    var keys = new ArrayList<Key>();
    keys.add(new Key("documentKind", document.documentKind(), Level.CORE));
    document.languages().forEach(it -> keys.add(new Key("language", it.lang(), Level.CORE)));
    document.paragraphsOrNone().forEach(it -> keys.add(new Key("paragraph", it, Level.CORE)));
    return keys;
  }

  @Override
  public String dated() {
    return "submitted";
  }

  @Override
  public List<Filter> filters() {
    return List.of(
        Filter.any("documentKind"),
        Filter.any("language"),
        Filter.any("paragraph"),
        Filter.words("q"));
  }

  @Override
  public Map<String, String> inverses() {
    return Map.of(
        "ADDENDUM", "HAS_ADDENDUM", "CORRIGENDUM", "HAS_CORRIGENDUM", "REVISION", "HAS_REVISION");
  }

  @Override
  public List<LinkTo> links(JsonNode content) {
    return content.has("changes")
        ? List.of(
            new LinkTo(
                content.path("changeKind").asText(),
                content.path("changes").asText(),
                "/changes",
                true))
        : List.of();
  }

  private static DocumentContent document(JsonNode content) {
    return Json.to(content, DocumentContent.class);
  }
}
