package org.registan.controllist;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.registan.As;
import org.registan.denial.Denials;

/** Editions of control lists as the tests make, fill and notify them. */
public final class Editions {

  public static final String PATH = "/v1/control-lists/editions";
  public static final String TYPE = "control-list";

  /** That everyone reads all of every edition. */
  public static final String EVERYONE =
      "{\"effect\": \"PERMIT\", \"level\": \"DETAIL\", \"to\": {\"everyone\": true}}";

  private Editions() {}

  /** An edition of a list, in effect from a day, that follows no other. */
  public static String edition(String list, String effectiveFrom) {
    return edition(list, effectiveFrom, "");
  }

  /** With more members, such as a base. */
  public static String edition(String list, String effectiveFrom, String more) {
    return """
    {"list": {"key": "%s", "kind": "DUAL_USE", "title": [{"lang": "en", "text": "Dual-use goods"}]},
     "edition": "Of %s", "codeScheme": "EU",
     "instrument": {"type": "S.R.O.", "number": "891(I)", "date": "2018-07-05"},
     "gazette": {"reference": "Gazette, Extraordinary"}, "publishedOn": "2018-12-20",
     "effectiveFrom": "%s", "authenticLanguages": ["en"], %s
     "label": {"tlp": "CLEAR"}, "caveats": ["SAMPLE: NOT LAW"]}
    """
        .formatted(list, effectiveFrom, effectiveFrom, more);
  }

  /** An entry as it is sent. */
  public static String entry(String key, String parent, String type, String code, String text) {
    return "{\"key\": \"%s\"%s, \"type\": \"%s\"%s, \"texts\": [{\"lang\": \"en\", \"text\": \"%s\", \"status\": \"authentic\"}]}"
        .formatted(
            key,
            parent.isEmpty() ? "" : ", \"parent\": \"" + parent + "\"",
            type,
            code.isEmpty() ? "" : ", \"code\": \"" + code + "\"",
            text);
  }

  public static String items(String... entries) {
    return "{\"items\": [" + String.join(",", entries) + "]}";
  }

  /** A small list: a category, a group and an entry with sub-items and a note. */
  public static String vessels(String volume) {
    return items(
        entry("2", "", "CATEGORY", "2", "Materials processing"),
        entry("2B", "2", "PRODUCT_GROUP", "2B", "Test, inspection and production equipment"),
        entry("2B350", "2B", "ENTRY", "2B350", "Chemical manufacturing facilities as follows:"),
        entry("2B350.a", "2B350", "SUB_ITEM", "2B350.a", "Reaction vessels of more than " + volume),
        entry("2B350.b", "2B350", "SUB_ITEM", "2B350.b", "Agitators for use in those vessels"),
        entry("2B350#note-1", "2B350", "NOTE", "", "2B350.a does not control glass vessels"),
        entry("2B351", "2B", "ENTRY", "2B351", "Toxic gas monitors"));
  }

  public static String drafted(String owner, String content) {
    return As.the(owner, "officer")
        .body(content)
        .post(PATH)
        .then()
        .statusCode(201)
        .body("status", equalTo("DRAFT"))
        .extract()
        .header("Location");
  }

  public static ValidatableResponse sent(String owner, String path, String items) {
    return As.the(owner, "officer")
        .header("If-Match", tag(owner, path))
        .body(items)
        .put(path + "/entries")
        .then();
  }

  public static ValidatableResponse operated(String owner, String path, String... operations) {
    return As.the(owner, "officer")
        .header("If-Match", tag(owner, path))
        .body("{\"operations\": [" + String.join(",", operations) + "]}")
        .post(path + "/operations")
        .then();
  }

  public static String tag(String owner, String path) {
    return As.the(owner, "officer").get(path).header("ETag");
  }

  /** A draft with entries. */
  public static String filled(String owner, String content, String items) {
    var path = drafted(owner, content);
    sent(owner, path, items).statusCode(200);
    return path;
  }

  public static String notified(String owner, String content, String items) {
    return notifiedDraft(owner, filled(owner, content, items));
  }

  public static String notifiedDraft(String owner, String path) {
    Denials.approved(owner, proposed(owner, path).statusCode(202).extract().response());
    return path;
  }

  public static ValidatableResponse proposed(String owner, String path) {
    return Denials.proposed(owner, path, "notify", "{\"reason\": \"In the gazette\"}");
  }

  public static String reference(String owner, String path) {
    return As.the(owner, "officer").get(path).path("reference");
  }

  /** Puts a state's rules for control lists in force. */
  public static void policy(String owner, String... rules) {
    Denials.adopted(owner, TYPE, "{\"rules\": [%s]}".formatted(String.join(",", List.of(rules))));
  }

  public static Response entries(String participant, String path) {
    return As.the(participant, "officer").get(path + "/entries");
  }
}
