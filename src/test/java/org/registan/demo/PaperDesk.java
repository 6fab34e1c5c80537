package org.registan.demo;

import java.util.List;
import java.util.Map;
import org.registan.demo.PaperExchange.Asked;
import org.registan.demo.PaperRecords.Reply;

/**
 * Finds what a request on paper asks for, and refuses what the contract's order of checks would.
 */
final class PaperDesk {

  private final PaperRecords records;

  PaperDesk(PaperRecords records) {
    this.records = records;
  }

  Reply answer(Asked asked) {
    var parts = List.of(asked.path().split("/", -1));
    return switch (parts.get(2)) {
      case "policies" -> policies(asked, parts);
      case "proposals" -> proposals(asked, parts);
      default -> denials(asked, parts);
    };
  }

  private Reply denials(Asked asked, List<String> parts) {
    var caller = asked.caller();
    if (parts.size() == 3) {
      if (asked.method().equals("POST")) {
        return records.draft(caller, asked.body());
      }
      var drafts = asked.query("status").equals("DRAFT");
      return records.list(
          caller,
          Map.copyOf(records.denials),
          view -> view.path("status").asText().equals("DRAFT") == drafts,
          asked.query("cursor"));
    }
    var id = parts.get(3);
    if (parts.size() == 4) {
      return records.read(caller, id);
    }
    var act = parts.get(4);
    if (act.equals("versions")) {
      return new Reply(200, records.denials.getOrDefault(id, DemoFiles.JSON.createObjectNode()));
    }
    var stale = stale(asked, records.read(caller, id));
    if (stale.status() != 200) {
      return stale;
    }
    return act.equals("hold")
        ? records.hold(caller, id)
        : records.propose(caller, "denial." + act, id, asked.body());
  }

  private Reply proposals(Asked asked, List<String> parts) {
    var caller = asked.caller();
    if (parts.size() == 3) {
      return records.list(
          caller,
          Map.copyOf(records.proposals),
          one -> one.path("state").asText().equals(asked.query("state")),
          asked.query("cursor"));
    }
    var proposal = records.proposals.get(parts.get(3));
    if (proposal == null || !PaperRecords.isOwn(caller, proposal)) {
      return Reply.problem(404, "Not found");
    }
    var found = new Reply(200, proposal);
    if (parts.size() == 4) {
      return found;
    }
    var stale = stale(asked, found);
    return stale.status() == 200 ? records.approve(caller, parts.get(3)) : stale;
  }

  private Reply policies(Asked asked, List<String> parts) {
    var owner = asked.caller().participant();
    var draft = records.policyDrafts.get(owner);
    if (parts.size() == 4) {
      var policy = records.policies.get(owner);
      var version = DemoFiles.JSON.createObjectNode().put("version", policy == null ? 0 : 1);
      version.put("inForce", policy != null).put("stopped", false);
      if (policy != null) {
        version.set("policy", policy);
      }
      return new Reply(200, version);
    }
    if (asked.method().equals("PUT")) {
      records.policyDrafts.put(owner, asked.body());
      return new Reply(200, asked.body());
    }
    if (draft == null) {
      return Reply.problem(404, "Not found");
    }
    var found = new Reply(200, draft);
    if (parts.size() == 5) {
      return found;
    }
    var stale = stale(asked, found);
    return stale.status() == 200
        ? records.propose(asked.caller(), "state.adopt-policy", "", asked.body())
        : stale;
  }

  private static Reply stale(Asked asked, Reply current) {
    return current.status() == 200 && !asked.header("If-Match").equals(current.etag())
        ? Reply.problem(412, "Changed since")
        : current;
  }
}
