package org.registan.denial;

import static org.registan.denial.Denials.approved;
import static org.registan.denial.Denials.etag;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.registan.As;

/** Challenges as tests raise and answer them. */
public final class Challenges {

  private Challenges() {}

  public static String wrongFirm() {
    return "{\"reason\": \"Our register\", \"ground\": \"WRONG_FIRM\", \"text\": \"Dissolved in 2019\"}";
  }

  public static String reply() {
    return "{\"reason\": \"Our file\", \"text\": \"Registered again in 2021\"}";
  }

  public static Response proposed(String challenger, String path, String body) {
    return As.the(challenger, "officer")
        .header("If-Match", etag(challenger, path))
        .body(body)
        .post(path + "/challenges");
  }

  /** Raised and approved by two persons of the challenger; its path. */
  public static String raised(String challenger, String path) {
    approved(challenger, proposed(challenger, path, wrongFirm()));
    String id = seen(challenger, path).extract().path("items[-1].id");
    return path + "/challenges/" + id;
  }

  public static Response answerProposed(String owner, String path, String challenge) {
    return As.the(owner, "officer")
        .header("If-Match", etag(owner, path))
        .body(reply())
        .post(challenge + "/answer");
  }

  public static void answered(String owner, String path, String challenge) {
    approved(owner, answerProposed(owner, path, challenge));
  }

  public static ValidatableResponse seen(String reader, String path) {
    return As.the(reader, "officer").get(path + "/challenges").then().statusCode(200);
  }
}
