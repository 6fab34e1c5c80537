package org.registan.rights;

import static org.registan.implementation.MatrixSamples.PATH;
import static org.registan.implementation.MatrixSamples.header;
import static org.registan.implementation.MatrixSamples.row;

import java.util.Map;
import java.util.function.Function;
import org.registan.As;
import org.registan.implementation.Documents;

/** How the operations on matrices of resolution 1540 are called. */
final class MatrixCalls {

  private static final String REASON = "{\"reason\": \"As agreed\"}";

  private MatrixCalls() {}

  static void addTo(Map<String, Function<Calls.Thing, Calls.Call>> all) {
    all.put("listMatrixTemplates", it -> as -> as.get("/v1/1540/templates"));
    all.put("getMatrixTemplate", it -> as -> as.get("/v1/1540/templates/2017"));
    all.put("countMatrixRows", it -> as -> as.get("/v1/1540/templates/2017/rows"));
    all.put(
        "listRowOfStates",
        it -> {
          MatrixThings.released("PAK");
          return as -> as.get("/v1/1540/templates/2017/rows/OP2.1");
        });
    reads(all);
    acts(all);
    inside(all);
  }

  private static void reads(Map<String, Function<Calls.Thing, Calls.Call>> all) {
    all.put(
        "listMatrices",
        it -> {
          MatrixThings.released("PAK");
          MatrixThings.released(it.owner());
          var owner = it.whose().equals("own") ? "" : "?owner=" + it.owner();
          return as -> as.get(PATH + owner);
        });
    all.put(
        "searchMatrices",
        it -> {
          MatrixThings.released("PAK");
          MatrixThings.released(it.owner());
          var owner = it.whose().equals("own") ? "" : "\"owner\": [\"%s\"]".formatted(it.owner());
          return as -> as.body("{" + owner + "}").post(PATH + "/searches");
        });
    all.put("getMatrix", it -> get(MatrixThings.released(it.owner())));
    all.put(
        "listMatrixDifferences",
        it -> {
          var path = MatrixThings.released(it.owner());
          return get(path + "/differences?from=" + Things.id(MatrixThings.released(it.owner())));
        });
    all.put("listMatrixVersions", it -> get(MatrixThings.released(it.owner()) + "/versions"));
    all.put("getMatrixVersion", it -> get(MatrixThings.released(it.owner()) + "/versions/1"));
    all.put("listMatrixLinks", it -> get(MatrixThings.released(it.owner()) + "/links"));
    all.put("listMatrixReleases", it -> get(MatrixThings.released(it.owner()) + "/releases"));
  }

  private static void acts(Map<String, Function<Calls.Thing, Calls.Call>> all) {
    all.put("draftMatrix", it -> as -> as.body(header("Matrix")).post(PATH));
    all.put(
        "redraftMatrix",
        it -> {
          var path = draft(it);
          var tag = Things.etag(it.owner(), path);
          return as -> as.header("If-Match", tag).body(header("Other")).put(path);
        });
    all.put(
        "deleteMatrixDraft",
        it -> {
          var path = draft(it);
          var tag = Things.etag(it.owner(), path);
          return as -> as.header("If-Match", tag).delete(path);
        });
    all.put(
        "submitMatrix",
        it -> {
          var path = draft(it);
          var tag = Things.etag(it.owner(), path);
          var body = Documents.noteVerbale();
          return as -> as.header("If-Match", tag).body(body).post(path + "/submit");
        });
    all.put(
        "publishMatrix",
        it -> {
          var path = MatrixThings.released(it.owner());
          var seen = As.the("UN1540", "secretariat").get(path).header("ETag");
          var tag = seen == null ? "\"none\"" : seen;
          var body = Documents.symbol("S/AC.44/2026/(02)/9");
          return as -> as.header("If-Match", tag).body(body).post(path + "/publish");
        });
    all.put("holdMatrix", it -> act(it, MatrixThings.released(it.owner()), "hold"));
    all.put(
        "liftMatrixHold",
        it ->
            act(
                it,
                it.whose().equals("own")
                    ? MatrixThings.held(it.owner())
                    : MatrixThings.released(it.owner()),
                "lift"));
  }

  private static void inside(Map<String, Function<Calls.Thing, Calls.Call>> all) {
    all.put("listMatrixFields", it -> get(draft(it) + "/fields"));
    all.put("getMatrixRow", it -> get(draft(it) + "/fields/OP2.1"));
    all.put("getMatrixProgress", it -> get(draft(it) + "/progress"));
    all.put(
        "putMatrixRow",
        it -> {
          var path = draft(it) + "/fields/OP2.1";
          var tag = MatrixThings.rowTag(it.owner(), path);
          return as -> as.header("If-Match", tag).body(row("framework.NW", "X", "Act")).put(path);
        });
    all.put(
        "assignMatrixSection",
        it -> {
          var path = draft(it);
          var tag = MatrixThings.sectionTag(it.owner(), path);
          var body = "{\"agency\": \"%s\"}".formatted(MatrixThings.agency(it.owner()));
          return as -> as.header("If-Match", tag).body(body).put(path + "/sections/OP2");
        });
    all.put(
        "carryOverMatrix",
        it -> {
          var path = draft(it);
          var tag = Things.etag(it.owner(), path);
          var body = "{\"from\": \"%s\"}".formatted(Things.id(draft(it)));
          return as -> as.header("If-Match", tag).body(body).post(path + "/carry-over");
        });
    all.put(
        "handInMatrixSection",
        it -> {
          var path = draft(it);
          var tag = MatrixThings.sectionTag(it.owner(), path);
          return as -> as.header("If-Match", tag).post(path + "/sections/OP2/hand-in");
        });
    all.put(
        "returnMatrixSection",
        it -> {
          var path = it.whose().equals("own") ? MatrixThings.handedIn(it.owner()) : draft(it);
          var tag = MatrixThings.sectionTag(it.owner(), path);
          var body = "{\"comment\": \"Which article?\"}";
          return as -> as.header("If-Match", tag).body(body).post(path + "/sections/OP2/return");
        });
  }

  /** A draft when it is the caller's; nobody else sees one, so else a released matrix. */
  private static String draft(Calls.Thing thing) {
    return thing.whose().equals("own")
        ? MatrixThings.filled(thing.owner())
        : MatrixThings.released(thing.owner());
  }

  private static Calls.Call get(String path) {
    return as -> as.get(path);
  }

  private static Calls.Call act(Calls.Thing thing, String path, String act) {
    var tag = Things.etag(thing.owner(), path);
    return as -> as.header("If-Match", tag).body(REASON).post(path + "/" + act);
  }
}
