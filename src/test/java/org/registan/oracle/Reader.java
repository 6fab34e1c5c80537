package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.registan.As;
import org.registan.Lists;

/** One participant's reader, and all that it can read. */
record Reader(String participant, String role) {

  RequestSpecification as() {
    return As.the(participant, role);
  }

  Response one(String name) {
    return as().get("/v1/denials/" + name);
  }

  /** Every record of every page of the list, by id. */
  Map<String, JsonNode> list(Map<String, String> filters) {
    var all = new TreeMap<String, JsonNode>();
    for (var item :
        Lists.items(() -> as().queryParam("limit", 3).queryParams(filters), "/v1/denials")) {
      if (all.put(item.path("id").asText(), item) != null) {
        throw new AssertionError("listed twice: " + item.path("id"));
      }
    }
    return all;
  }

  /** The ids of what has a word of this beginning, by a search over every field it sees. */
  Set<String> search(String word) {
    var body = Json.empty().put("q", word).put("limit", 200);
    var found = as().body(body.toString()).post("/v1/denials/searches").then().statusCode(200);
    var ids = new TreeSet<String>();
    Json.parse(found.extract().asString())
        .path("items")
        .forEach(it -> ids.add(it.path("id").asText()));
    return ids;
  }

  /** What a puller holds that followed the feed from its beginning, by id. */
  Map<String, JsonNode> folded() {
    var copy = new TreeMap<String, JsonNode>();
    long position = 0;
    String after = null;
    while (true) {
      var request = as().queryParam("limit", 7);
      if (after != null) {
        request.queryParam("after", after);
      }
      var page = Json.parse(request.get("/v1/changes").then().statusCode(200).extract().asString());
      for (var change : page.path("changes")) {
        if (change.path("position").asLong() != ++position) {
          throw new AssertionError("a gap in the positions at " + position);
        }
        fold(copy, change);
      }
      if (!page.path("more").asBoolean()) {
        return copy;
      }
      after = page.path("next").asText();
    }
  }

  private static void fold(Map<String, JsonNode> copy, JsonNode change) {
    if (change.path("event").asText().equals("UNSHARED")) {
      copy.remove(change.path("record").asText());
    } else if (change.has("view")) {
      copy.put(change.path("record").asText(), change.path("view"));
    }
  }

  /** Everything that it receives, byte for byte. */
  List<String> everything(List<String> ids) {
    var all = new ArrayList<String>();
    all.add(as().queryParam("limit", 200).get("/v1/changes").asString());
    all.add(as().queryParam("limit", 2).get("/v1/denials").asString());
    all.add(as().queryParam("limit", 200).get("/v1/denials").asString());
    all.add(as().accept("application/x-ndjson").get("/v1/denials").asString());
    all.add(as().accept("text/csv").get("/v1/denials").asString());
    all.add(as().accept("application/x-ndjson").get("/v1/changes").asString());
    all.add(as().get("/v1/challenges?limit=200").asString());
    all.add(search(Probe.WORDS.getFirst()).toString());
    ids.forEach(it -> all.addAll(everythingOf(it)));
    return all;
  }

  List<String> everythingOf(String id) {
    var one = one(id);
    return List.of(
        one.statusCode() + " " + one.header("ETag") + " " + one.asString(),
        as().get("/v1/denials/" + id + "/versions").asString(),
        as().get("/v1/denials/" + id + "/links").asString());
  }
}
