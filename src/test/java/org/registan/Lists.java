package org.registan;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.registan.kernel.Json;

/** Lists of the API, read to their end. */
public final class Lists {

  private Lists() {}

  /** What each page has; the caller asks anew for every one. */
  public static List<List<JsonNode>> pages(Supplier<RequestSpecification> caller, String path) {
    var pages = new ArrayList<List<JsonNode>>();
    String cursor = null;
    do {
      var request = caller.get();
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = Json.parse(request.get(path).then().statusCode(200).extract().asString());
      pages.add(page.path("items").valueStream().toList());
      cursor = page.path("next").textValue();
    } while (cursor != null);
    return pages;
  }

  /** What all pages have. */
  public static List<JsonNode> items(Supplier<RequestSpecification> caller, String path) {
    return pages(caller, path).stream().flatMap(List::stream).toList();
  }
}
