package org.registan.chaos;

import java.util.Map;
import java.util.TreeMap;
import org.registan.chaos.Wire.Caller;
import org.registan.kernel.Json;

/** Lists of the API, read to their end. */
final class Pages {
  private final Wire wire;
  private final Findings findings;

  Pages(Wire wire, Findings findings) {
    this.wire = wire;
    this.findings = findings;
  }

  /** All pages of a list: each item's bytes by its id. */
  Map<String, String> of(Caller caller, String path) {
    var items = new TreeMap<String, String>();
    var cursor = "";
    do {
      var page = wire.get(caller, path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      for (var item : Raw.elements(page.text(), "items")) {
        var twice = items.put(Json.parse(item).path("id").asText(), item);
        if (twice != null) {
          findings.violation("%s %s: twice %s", caller, path, item);
        }
      }
      cursor = page.json().path("next").asText();
    } while (!cursor.isEmpty());
    return items;
  }
}
