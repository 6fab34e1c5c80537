package org.registan.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.registan.demo.Api.Caller;

/** What an exchange on paper remembers: denials, proposals and policies, and the acts on them. */
final class PaperRecords {

  static final String NOW = "2026-11-24T09:00:00Z";

  /** An answer that names its fault, or has none. */
  record Reply(int status, JsonNode body) {

    static Reply problem(int status, String title) {
      return new Reply(
          status,
          DemoFiles.JSON
              .createObjectNode()
              .put("type", "/problems/paper")
              .put("title", title)
              .put("status", status));
    }

    String etag() {
      return '"' + UUID.nameUUIDFromBytes(body.toString().getBytes(UTF_8)).toString() + '"';
    }
  }

  final Map<String, ObjectNode> denials = new LinkedHashMap<>();
  final Map<String, ObjectNode> proposals = new LinkedHashMap<>();
  final Map<String, JsonNode> policies = new LinkedHashMap<>();
  final Map<String, JsonNode> policyDrafts = new LinkedHashMap<>();

  Reply draft(Caller caller, JsonNode content) {
    var id = UUID.randomUUID().toString();
    var view =
        DemoFiles.JSON
            .createObjectNode()
            .put("id", id)
            .put("reference", caller.participant() + "-2026-" + id.substring(0, 8))
            .put("owner", caller.participant())
            .put("disclosure", "OWNER")
            .put("version", 0)
            .put("updatedAt", NOW)
            .put("status", "DRAFT")
            .put("held", false);
    content.properties().forEach(field -> view.set(field.getKey(), field.getValue()));
    denials.put(id, view);
    return new Reply(201, view);
  }

  Reply read(Caller caller, String id) {
    var view = denials.get(id);
    return view == null || !isOwn(caller, view)
        ? Reply.problem(404, "Not found")
        : new Reply(200, shown(view));
  }

  Reply list(Caller caller, Map<String, JsonNode> all, Predicate<JsonNode> filter, String from) {
    var items = new ArrayList<JsonNode>();
    all.values().stream()
        .filter(view -> isOwn(caller, view) && filter.test(view))
        .forEach(items::add);
    var start = from.isEmpty() ? 0 : Integer.parseInt(from);
    var end = Math.min(items.size(), start + 200);
    var page = DemoFiles.JSON.createObjectNode();
    page.putArray("items")
        .addAll(items.subList(start, end).stream().map(PaperRecords::shown).toList());
    if (end < items.size()) {
      page.put("next", Integer.toString(end));
    }
    return new Reply(200, page);
  }

  Reply propose(Caller caller, String type, String id, JsonNode content) {
    var open = proposals.values().stream().filter(one -> one.path("state").asText().equals("OPEN"));
    if (open.anyMatch(one -> one.path("record").asText("").equals(id) && !id.isEmpty())) {
      return Reply.problem(409, "Proposed already");
    }
    var proposal =
        DemoFiles.JSON
            .createObjectNode()
            .put("id", UUID.randomUUID().toString())
            .put("type", type)
            .put("state", "OPEN")
            .put("reason", content.path("reason").asText())
            .put("proposedAt", NOW);
    proposal.putObject("proposedBy").put("account", caller.participant() + "/" + caller.role());
    proposal.set("content", content);
    if (!id.isEmpty()) {
      proposal.put("record", id);
    }
    proposals.put(proposal.path("id").asText(), proposal);
    return new Reply(202, proposal);
  }

  Reply approve(Caller caller, String id) {
    var proposal = proposals.getOrDefault(id, DemoFiles.JSON.createObjectNode());
    if (!proposal.path("state").asText().equals("OPEN")) {
      return Reply.problem(409, "Not open");
    }
    var owner = caller.participant();
    if (!isOwn(caller, proposal) || caller.role().equals(proposer(proposal).getLast())) {
      return Reply.problem(403, "Not yours to approve");
    }
    proposal.put("state", "APPROVED");
    var view =
        denials.getOrDefault(proposal.path("record").asText(""), DemoFiles.JSON.createObjectNode());
    var content = proposal.path("content");
    switch (proposal.path("type").asText()) {
      case "state.adopt-policy" -> policies.put(owner, policyDrafts.getOrDefault(owner, content));
      case "denial.notify" -> view.put("status", "IN_FORCE");
      case "denial.amend" ->
          content
              .path("content")
              .properties()
              .forEach(field -> view.set(field.getKey(), field.getValue()));
      case "denial.revoke" -> view.put("status", "REVOKED");
      default -> view.put("status", "ISSUED_IN_ERROR");
    }
    view.put("version", view.path("version").asInt() + 1);
    return new Reply(200, proposal);
  }

  Reply hold(Caller caller, String id) {
    var found = read(caller, id);
    if (found.status() == 200) {
      denials.getOrDefault(id, DemoFiles.JSON.createObjectNode()).put("held", true);
    }
    return read(caller, id);
  }

  static boolean isOwn(Caller caller, JsonNode view) {
    var owner = view.path("owner").asText("");
    return caller.participant().equals(owner.isEmpty() ? proposer(view).getFirst() : owner);
  }

  private static List<String> proposer(JsonNode proposal) {
    return List.of(proposal.path("proposedBy").path("account").asText().split("/", -1));
  }

  /** Of a record withdrawn in error, next to nothing is shown, to be on the safe side. */
  private static JsonNode shown(JsonNode view) {
    if (!view.path("status").asText("").equals("ISSUED_IN_ERROR")) {
      return view;
    }
    var rest = ((ObjectNode) view).deepCopy();
    rest.retain(
        "id",
        "reference",
        "owner",
        "disclosure",
        "version",
        "updatedAt",
        "status",
        "denialKind",
        "decisionDate",
        "label");
    return rest;
  }
}
