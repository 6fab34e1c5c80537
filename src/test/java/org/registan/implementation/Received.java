package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.registan.As;
import org.registan.kernel.Json;

/**
 * All that one reader receives of some papers, as it came.
 *
 * @param ones each paper by its path, its file and its links by theirs
 * @param lists the list and the stream of lines of each kind
 * @param changes what its feed told since the history began
 */
record Received(Map<String, One> ones, Map<String, String> lists, List<String> changes) {

  /** One answer. */
  record One(int status, @Nullable String tag, String body) {

    static One of(Response response) {
      return new One(response.statusCode(), response.header("ETag"), response.asString());
    }
  }

  /**
   * Someone who reads.
   *
   * @param since where its feed stood when the history began
   */
  record Reader(String participant, String role, String since) {

    static Reader of(String participant, String role) {
      var before = new Reader(participant, role, "");
      return new Reader(participant, role, before.follow(new ArrayList<>()));
    }

    RequestSpecification as() {
      return As.the(participant, role);
    }

    Received receive(List<Paper> papers) {
      var ones = new TreeMap<String, One>();
      for (var paper : papers) {
        ones.put(paper.path, One.of(as().get(paper.path)));
        var file = paper.file;
        if (file != null) {
          ones.put(file, One.of(as().accept("*/*").get(file)));
        }
        ones.put(links(paper), One.of(as().get(links(paper))));
      }
      var lists = new TreeMap<String, String>();
      for (var kind : Paper.Kind.values()) {
        lists.put(kind.path, listed(kind, papers, "application/json"));
        lists.put(kind.path + LINES, listed(kind, papers, "application/x-ndjson"));
      }
      var changes = new ArrayList<String>();
      follow(changes);
      return new Received(ones, lists, changes);
    }

    /**
     * Of one kind the papers of this history, as the owners may have others; without where the feed
     * stands, which those move too.
     */
    private String listed(Paper.Kind kind, List<Paper> papers, String form) {
      var ours = papers.stream().filter(it -> it.kind == kind).map(it -> it.reference).toList();
      var request = as().accept(form).queryParam("reference", ours.isEmpty() ? NONE : ours);
      var text = request.get(kind.path).then().statusCode(200).extract().asString();
      return text.replaceFirst("\"position\":\"[^\"]*\"", "\"position\":\"\"");
    }

    /** Reads its feed on to the end; where it then stands. */
    private String follow(List<String> changes) {
      var cursor = since;
      JsonNode page;
      do {
        var request = as().queryParam("limit", 200);
        for (var kind : Paper.Kind.values()) {
          request.queryParam("recordType", kind.type);
        }
        if (!cursor.isEmpty()) {
          request.queryParam("after", cursor);
        }
        page = Json.parse(request.get("/v1/changes").then().statusCode(200).extract().asString());
        page.path("changes").forEach(it -> changes.add(it.toString()));
        cursor = page.path("next").asText();
      } while (page.path("more").asBoolean());
      return cursor;
    }
  }

  private static final String LINES = " as lines";
  private static final List<String> NONE = List.of("PAK-2026-AAAAAAA");

  static String links(Paper paper) {
    return paper.path + "/links";
  }

  One of(String path) {
    return ones.getOrDefault(path, new One(0, null, ""));
  }

  /** The views of the lists, by id. */
  Map<String, JsonNode> listed() {
    var views = new TreeMap<String, JsonNode>();
    for (var kind : Paper.Kind.values()) {
      var page = Json.parse(lists.getOrDefault(kind.path, ""));
      page.path("items").forEach(it -> views.put(it.path("id").asText(), it));
    }
    return views;
  }

  /** The views of the streams of lines, which must be whole. */
  Map<String, JsonNode> exported() {
    var views = new TreeMap<String, JsonNode>();
    var counted = 0;
    for (var kind : Paper.Kind.values()) {
      for (var line : lists.getOrDefault(kind.path + LINES, "").lines().map(Json::parse).toList()) {
        if (line.path("end").asBoolean()) {
          counted += line.path("count").asInt();
        } else {
          views.put(line.path("id").asText(), line);
        }
      }
    }
    if (counted != views.size()) {
      throw new AssertionError("not whole: " + lists);
    }
    return views;
  }

  /** What a system holds of some papers that followed the feed. */
  Map<String, JsonNode> held(List<String> ids) {
    var copy = new TreeMap<String, JsonNode>();
    for (var change : changes.stream().map(Json::parse).toList()) {
      var id = change.path("record").asText();
      if (change.path("event").asText().equals("UNSHARED")) {
        copy.remove(id);
      } else if (change.has("view")) {
        copy.put(id, change.path("view"));
      }
    }
    copy.keySet().retainAll(ids);
    return copy;
  }
}
