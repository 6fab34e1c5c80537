package org.registan.rights;

import static org.registan.rights.Calls.REASON;
import static org.registan.rights.Calls.act;
import static org.registan.rights.Calls.get;
import static org.registan.rights.Calls.held;
import static org.registan.rights.Things.etag;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.registan.As;
import org.registan.implementation.Documents;
import org.registan.rights.Calls.Call;
import org.registan.rights.Calls.Thing;

/** How each operation on documents for the 1540 Committee is called. */
final class DocumentCalls {

  private static final Map<String, String> LINKED = new HashMap<>();

  private DocumentCalls() {}

  static void addTo(Map<String, Function<Thing, Call>> all) {
    reads(all);
    acts(all);
  }

  private static void reads(Map<String, Function<Thing, Call>> all) {
    all.put(
        "listDocuments",
        it -> {
          submitted(it);
          var owner = it.whose().equals("own") ? "" : "?owner=" + it.owner();
          return as -> as.get(Documents.PATH + owner);
        });
    all.put(
        "searchDocuments",
        it -> {
          submitted(it);
          var owner = it.whose().equals("own") ? "" : "\"owner\": [\"%s\"]".formatted(it.owner());
          return as -> as.body("{" + owner + "}").post(Documents.PATH + "/searches");
        });
    all.put("getDocument", it -> get(submitted(it)));
    all.put("listDocumentVersions", it -> get(submitted(it) + "/versions"));
    all.put("getDocumentVersion", it -> get(submitted(it) + "/versions/1"));
    all.put("listDocumentLinks", it -> get(submitted(it) + "/links"));
    all.put("listDocumentReleases", it -> get(submitted(it) + "/releases"));
  }

  private static void acts(Map<String, Function<Thing, Call>> all) {
    all.put("draftDocument", it -> as -> as.body(Documents.report()).post(Documents.PATH));
    all.put(
        "redraftDocument",
        it -> {
          var path = draft(it);
          var tag = etag(it.owner(), path);
          return as -> as.header("If-Match", tag).body(Documents.report()).put(path);
        });
    all.put(
        "deleteDocumentDraft",
        it -> {
          var path = draft(it);
          var tag = etag(it.owner(), path);
          return as -> as.header("If-Match", tag).delete(path);
        });
    all.put(
        "attachToDocument",
        it -> {
          var path = draft(it) + "/attachments";
          return as -> Documents.sending(as).post(path);
        });
    all.put(
        "getDocumentAttachment",
        it -> {
          var file = submittedFile(it);
          return as -> as.accept("*/*").get(file);
        });
    all.put(
        "deleteDocumentAttachment",
        it -> {
          var isOwn = it.whose().equals("own") && Things.isState(it.owner());
          var path = draft(it);
          var file =
              isOwn
                  ? Documents.attached(it.owner(), path)
                  : path + "/attachments/" + UUID.randomUUID();
          var tag = etag(it.owner(), path);
          return as -> as.header("If-Match", tag).delete(file);
        });
    all.put("submitDocument", it -> act(it, draft(it), "submit", Documents.noteVerbale()));
    all.put(
        "publishDocument",
        it -> {
          var path = submitted(it);
          var seen = As.the("UN1540", "secretariat").get(path).header("ETag");
          var tag = seen == null ? "\"none\"" : seen;
          return as ->
              as.header("If-Match", tag)
                  .body(Documents.symbol("S/AC.44/2026/(02)/9"))
                  .post(path + "/publish");
        });
    all.put("holdDocument", it -> act(it, submitted(it), "hold", REASON));
    all.put("liftDocumentHold", it -> act(it, held(it, submitted(it)), "lift", REASON));
  }

  /** A draft when it is the caller's; nobody else sees one, so else a submitted document. */
  private static String draft(Thing thing) {
    return thing.whose().equals("own") && Things.isState(thing.owner())
        ? Documents.drafted(thing.owner(), Documents.report())
        : submitted(thing);
  }

  /** A submitted document that changes another. */
  static String submitted(Thing thing) {
    var owner = thing.owner();
    if (!Things.isState(owner)) {
      return Documents.PATH + "/" + UUID.randomUUID();
    }
    var first = LINKED.computeIfAbsent(owner, it -> Documents.submitted(it, Documents.report()));
    String reference = As.the(owner, "officer").get(first).path("reference");
    return Documents.submitted(owner, Documents.addendum(reference));
  }

  /** A file of a submitted document. */
  static String submittedFile(Thing thing) {
    if (!Things.isState(thing.owner())) {
      return submitted(thing) + "/attachments/" + UUID.randomUUID();
    }
    var draft = Documents.drafted(thing.owner(), Documents.report());
    var file = Documents.attached(thing.owner(), draft);
    Documents.submittedDraft(thing.owner(), draft);
    return file;
  }
}
