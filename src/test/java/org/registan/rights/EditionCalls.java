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
import org.registan.controllist.Editions;
import org.registan.implementation.Documents;
import org.registan.rights.Calls.Call;
import org.registan.rights.Calls.Thing;

/** How each operation on control lists and their editions is called. */
final class EditionCalls {

  private static final String LISTS = "/v1/control-lists";
  private static final String ERROR = "{\"reason\": \"As agreed\", \"errorText\": \"In error\"}";
  private static final Map<String, String> BASES = new HashMap<>();

  private EditionCalls() {}

  static void addTo(Map<String, Function<Thing, Call>> all) {
    reads(all);
    drafts(all);
    all.put("notifyEdition", it -> act(it, draft(it), "notify", REASON));
    all.put("amendEdition", it -> act(it, notified(it), "amend", amendment(it)));
    all.put("withdrawEditionInError", it -> act(it, notified(it), "withdraw-in-error", ERROR));
    all.put("holdEdition", it -> act(it, notified(it), "hold", REASON));
    all.put("liftEditionHold", it -> act(it, held(it, notified(it)), "lift", REASON));
  }

  private static void reads(Map<String, Function<Thing, Call>> all) {
    all.put("listEditions", it -> list(it, Editions.PATH + "?limit=50"));
    all.put("listControlLists", it -> list(it, LISTS + "?limit=50"));
    all.put("getCodeStatus", it -> list(it, LISTS + "/status?code=2B350.a"));
    all.put("findEntries", it -> list(it, LISTS + "/entries?code=2B350"));
    all.put("searchEntries", it -> search(it, LISTS + "/entries/searches"));
    all.put("searchEditions", it -> search(it, Editions.PATH + "/searches"));
    all.put("getEdition", it -> get(notified(it)));
    all.put("listEditionVersions", it -> get(notified(it) + "/versions"));
    all.put("getEditionVersion", it -> get(notified(it) + "/versions/1"));
    all.put("listEditionLinks", it -> get(notified(it) + "/links"));
    all.put("listEditionReleases", it -> get(notified(it) + "/releases"));
    all.put("listEntries", it -> get(notified(it) + "/entries"));
    all.put("listEditionChanges", it -> get(notified(it) + "/changes"));
    all.put(
        "listTouchedDenials",
        it -> {
          it.released();
          return get(notified(it) + "/touched-denials");
        });
    all.put(
        "getEditionAttachment",
        it -> {
          var file = file(it);
          return as -> as.accept("*/*").get(file);
        });
  }

  private static Call search(Thing thing, String path) {
    notified(thing);
    var owner = thing.whose().equals("own") ? "" : "\"owner\": [\"%s\"]".formatted(thing.owner());
    return as -> as.body("{" + owner + "}").post(path);
  }

  private static void drafts(Map<String, Function<Thing, Call>> all) {
    all.put("draftEdition", it -> as -> as.body(content("")).post(Editions.PATH));
    all.put("redraftEdition", it -> change(it, (as, path) -> as.body(content("")).put(path)));
    all.put("deleteEditionDraft", it -> change(it, (as, path) -> as.delete(path)));
    all.put(
        "putEntries",
        it -> change(it, (as, path) -> as.body(Editions.vessels(never())).put(path + "/entries")));
    all.put(
        "operateOnEntries",
        it -> change(it, (as, path) -> as.body(amendedText()).post(path + "/operations")));
    all.put(
        "attachToEdition",
        it -> {
          var path = draft(it) + "/attachments";
          return as -> Documents.sending(as).post(path);
        });
    all.put(
        "deleteEditionAttachment",
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
  }

  /** A text that no entry had before, so that each call stores as much. */
  private static String never() {
    return "what " + UUID.randomUUID() + " says";
  }

  private static String amendedText() {
    return """
    {"operations": [{"op": "AMEND_TEXT", "key": "2B351",
      "texts": [{"lang": "en", "text": "Monitors of %s"}]}]}
    """
        .formatted(never());
  }

  private interface Change {
    io.restassured.response.Response send(
        io.restassured.specification.RequestSpecification as, String path);
  }

  private static Call change(Thing thing, Change change) {
    var path = draft(thing);
    var tag = etag(thing.owner(), path);
    return as -> change.send(as.header("If-Match", tag), path);
  }

  private static String content(String more) {
    return Editions.edition("RIGHTS", "2018-07-05", more);
  }

  private static String amendment(Thing thing) {
    return "{\"reason\": \"As agreed\", \"content\": %s}".formatted(content(base(thing)));
  }

  /** An edition whose volumes are others than those of the one that it follows. */
  static String notified(Thing thing) {
    if (!Things.isState(thing.owner())) {
      return nothing();
    }
    return Editions.notified(thing.owner(), content(base(thing)), Editions.vessels("0.5 m3"));
  }

  private static String nothing() {
    return Editions.PATH + "/" + UUID.randomUUID();
  }

  private static String base(Thing thing) {
    if (!Things.isState(thing.owner())) {
      return "";
    }
    var base =
        BASES.computeIfAbsent(
            thing.owner(), it -> Editions.notified(it, content(""), Editions.vessels("0.1 m3")));
    return "\"base\": \"%s\",".formatted(Editions.reference(thing.owner(), base));
  }

  /** A draft when it is the caller's; nobody else sees one, so else a notified edition. */
  private static String draft(Thing thing) {
    return thing.whose().equals("own") && Things.isState(thing.owner())
        ? Editions.filled(thing.owner(), content(base(thing)), Editions.vessels("0.5 m3"))
        : notified(thing);
  }

  private static String file(Thing thing) {
    if (!Things.isState(thing.owner())) {
      return nothing() + "/attachments/" + UUID.randomUUID();
    }
    var draft = Editions.filled(thing.owner(), content(""), Editions.vessels("0.5 m3"));
    var file = Documents.attached(thing.owner(), draft);
    Editions.notifiedDraft(thing.owner(), draft);
    return file;
  }

  private static Call list(Thing thing, String path) {
    notified(thing);
    var owner = thing.whose().equals("own") ? "" : "&owner=" + thing.owner();
    return as -> as.get(path + owner);
  }
}
