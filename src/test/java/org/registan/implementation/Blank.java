package org.registan.implementation;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/**
 * An official blank matrix, copied by hand into a CSV whose heading is {@code
 * section,number,label}; sections by our keys.
 */
record Blank(Map<String, String> labels) {

  static Blank read(Reader csv) throws IOException {
    var labels = new LinkedHashMap<String, String>();
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (var line : format.parse(csv)) {
      labels.put(line.get("section") + " " + line.get("number"), line.get("label"));
    }
    return new Blank(labels);
  }

  /** What a template has otherwise, a line for each row. */
  List<String> differences(Template template) {
    var ours = new LinkedHashMap<String, String>();
    template
        .placed()
        .forEach(it -> ours.put(it.section().key() + " " + it.row().number(), it.row().label()));
    var differences = new ArrayList<String>();
    labels.forEach((place, label) -> {
      if (!label.strip().equalsIgnoreCase(ours.getOrDefault(place, "").strip())) {
        differences.add("%s: blank \"%s\", ours \"%s\"".formatted(place, label, ours.get(place)));
      }
    });
    ours.forEach((place, label) -> {
      if (!labels.containsKey(place)) {
        differences.add("%s: not in the blank, ours \"%s\"".formatted(place, label));
      }
    });
    return differences;
  }
}
