package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.registan.controllist.Editions.edition;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** A real list goes through the exchange whole, and its real changes are told. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class CommerceControlListExchangeTest {

  @BeforeEach
  void pakistanSharesItsLists() {
    As.stand();
    Editions.policy("PAK", Editions.EVERYONE);
  }

  @Test
  void theListOf2026IsReadByAPartnerAsItWasSentAndInEveryForm() {
    var original = CclFile.read(CclFile.EDITION_2026);
    var sent = CclFile.entries(original);
    var path = drafted("CCL-WHOLE", "2026-07-23", "");
    Editions.sent("PAK", path, json(sent))
        .statusCode(200)
        .body("entries.count", equalTo(sent.size()));
    Editions.notifiedDraft("PAK", path);

    var lines = read("KAZ", path, "application/x-ndjson").asString().lines().toList();
    var entries = lines.subList(0, lines.size() - 1);

    assertThat(Json.parse(lines.getLast()).path("count").asInt()).isEqualTo(sent.size());
    assertThat(entries)
        .map(it -> Json.canonical(Json.parse(it)))
        .isEqualTo(sent.stream().map(it -> Json.canonical(Json.tree(it))).toList());
    assertThat(CclFile.source(entries.stream().map(it -> Json.parse(it, Entry.class)).toList()))
        .map(Json::canonical)
        .isEqualTo(original.path("entries").valueStream().map(Json::canonical).toList());
    for (var form : List.of(EntryForm.TABLE_TYPE, EntryForm.SHEET_TYPE)) {
      var again = drafted("CCL-AGAIN", "2026-07-23", "");
      As.the("PAK", "officer")
          .header("If-Match", Editions.tag("PAK", again))
          .contentType(form)
          .body(read("KAZ", path, form).asByteArray())
          .put(again + "/entries")
          .then()
          .statusCode(200)
          .body("entries.sha256", equalTo(digest(path)));
    }
  }

  /** Which of them are artefacts of the two files, {@link CommerceControlListTest} says. */
  @Test
  void from2025To2026ThirteenEccnsOfCategoriesThreeToFiveDiffer() {
    var older = drafted("CCL-CHANGES", "2025-07-01", "");
    Editions.sent("PAK", older, json(CclFile.headings2025())).statusCode(200);
    Editions.notifiedDraft("PAK", older);
    var base = "\"base\": \"%s\",".formatted(Editions.reference("PAK", older));
    var newer = drafted("CCL-CHANGES", "2026-07-23", base);
    Editions.sent("PAK", newer, json(CclFile.headings2026(Set.of("3", "4", "5")))).statusCode(200);
    Editions.notifiedDraft("PAK", newer);

    var changes = Json.parse(read("KAZ", newer + "/changes", "application/json").asString());

    assertThat(keys(changes, "ADDED")).containsExactly("3A069", "4A102", "4A611", "5A611");
    assertThat(keys(changes, "REMOVED"))
        .containsExactlyInAnyOrder("3D006", "3E002", "5A991.b", "5A991.b.1", "5A992.c");
    assertThat(keys(changes, "TEXT_CHANGED")).containsExactly("3C006", "3E001", "4D004", "4E091");
    assertThat(changes.path("changes")).hasSize(13);
  }

  private static List<String> keys(JsonNode changes, String kind) {
    return changes
        .path("changes")
        .valueStream()
        .filter(it -> it.path("kinds").valueStream().anyMatch(of -> of.asText().equals(kind)))
        .map(it -> it.path(it.has("to") ? "to" : "from").path("key").asText())
        .toList();
  }

  private static String drafted(String list, String effectiveFrom, String more) {
    return Editions.drafted(
        "PAK",
        edition(list, effectiveFrom, more)
            .replace("\"codeScheme\": \"EU\"", "\"codeScheme\": \"ECCN\""));
  }

  private static String json(List<Entry> entries) {
    return Json.write(Collections.singletonMap("items", entries));
  }

  private static String digest(String path) {
    return As.the("PAK", "officer").get(path).path("entries.sha256");
  }

  private static Response read(String reader, String path, String form) {
    var entries = path.endsWith("/changes") ? path : path + "/entries";
    return As.the(reader, "officer")
        .accept(form)
        .get(entries)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }
}
