package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.registan.demo.Api.Caller;

/** Reads a list of the API to its end. */
final class Pages {

  private Pages() {}

  /** All items of the list at {@code path}, which has a query already. */
  static List<JsonNode> all(Api api, Caller caller, String path) {
    var items = new ArrayList<JsonNode>();
    var next = "";
    do {
      var page = path + "&limit=200" + (next.isEmpty() ? "" : "&cursor=" + next);
      var answer = Api.expect(200, "GET " + page, api.get(caller, page));
      answer.body().path("items").forEach(items::add);
      next = answer.body().path("next").asText("");
    } while (!next.isEmpty());
    return items;
  }
}
