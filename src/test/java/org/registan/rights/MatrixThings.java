package org.registan.rights;

import static org.registan.denial.Denials.permit;
import static org.registan.implementation.MatrixSamples.PATH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.registan.As;
import org.registan.implementation.MatrixSamples;
import org.registan.kernel.Json;

/** Matrices of Pakistan and Kazakhstan as the table of rights needs them. */
final class MatrixThings {

  private static final Map<String, String> CONTINUED = new HashMap<>();

  private MatrixThings() {}

  /** Pakistan and Kazakhstan share their matrices with each other and with UN1540. */
  static void share() {
    for (var state : List.of("PAK", "KAZ")) {
      MatrixSamples.policy(
          state, permit("DETAIL", "PAK"), permit("DETAIL", "KAZ"), permit("CORE", "UN1540"));
    }
  }

  private static String nothing() {
    return PATH + "/" + UUID.randomUUID();
  }

  /** A draft in which a row is filled. */
  static String filled(String owner) {
    if (!Things.isState(owner)) {
      return nothing();
    }
    var path = MatrixSamples.drafted(owner, "Matrix");
    MatrixSamples.fill(
        As.the(owner, "officer"), path, "OP2.1", MatrixSamples.row("framework.NW", "X", "Act"));
    return path;
  }

  /** A submitted matrix that continues another. */
  static String released(String owner) {
    if (!Things.isState(owner)) {
      return nothing();
    }
    var first =
        CONTINUED.computeIfAbsent(owner, it -> submitted(it, MatrixSamples.header("First")));
    String reference = As.the(owner, "officer").get(first).path("reference");
    return submitted(
        owner,
        MatrixSamples.header("Matrix").replaceFirst("\\{", "{\"basedOn\": \"" + reference + "\","));
  }

  private static String submitted(String owner, String header) {
    var path = MatrixSamples.draftedWith(owner, header);
    MatrixSamples.submit(owner, path);
    return path;
  }

  static String held(String owner) {
    var path = released(owner);
    if (Things.isState(owner)) {
      As.the(owner, "releaser")
          .header("If-Match", Things.etag(owner, path))
          .body("{\"reason\": \"As agreed\"}")
          .post(path + "/hold")
          .then()
          .statusCode(200);
    }
    return path;
  }

  /** A draft of which a section was handed in. */
  static String handedIn(String owner) {
    var path = filled(owner);
    if (Things.isState(owner)) {
      As.the(owner, "officer")
          .header("If-Match", sectionTag(owner, path))
          .post(path + "/sections/OP2/hand-in")
          .then()
          .statusCode(200);
    }
    return path;
  }

  static String rowTag(String owner, String path) {
    return Things.isState(owner) ? As.the(owner, "officer").get(path).header("ETag") : "\"none\"";
  }

  static String sectionTag(String owner, String path) {
    return Things.isState(owner)
        ? MatrixSamples.sectionTag(As.the(owner, "officer"), path, "OP2")
        : "\"none\"";
  }

  /** An agency of a participant. */
  static String agency(String owner) {
    return Json.parse(As.the("OPS", "operator").get("/v1/participants/" + owner).asString())
        .at("/agencies/0/id")
        .asText();
  }
}
