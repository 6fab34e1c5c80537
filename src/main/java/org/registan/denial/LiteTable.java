package org.registan.denial;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.registan.intake.Format;
import org.registan.record.Line;

/**
 * Denials in the columns of the United Kingdom's licensing system LITE: a row for each party, rows
 * of one notification under the same {@code regime_reg_ref}. What it does not have, such as date
 * and kind of the decision, comes from the defaults of the import.
 */
@Singleton
class LiteTable implements Format {

  static final String MEDIA_TYPE = "application/vnd.uk-lite.denials+csv";

  /** The columns of the layout by what they come from. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("owner", "notifying_government"),
          Map.entry("nationalReference", "reference"),
          Map.entry("notes", "regime_reg_ref"),
          Map.entry("destination", "country"),
          Map.entry("statedEndUse", "end_use"),
          Map.entry("reasonNarrative.texts", "reason_for_refusal"),
          Map.entry("items.codes", "denial_cle"),
          Map.entry("items.description", "item_description"),
          Map.entry("parties.names", "name"),
          Map.entry("parties.address.raw", "address"),
          Map.entry("parties.country", "country"),
          Map.entry("parties.roles", "entity_type"));

  private static final Set<String> COLUMNS =
      Set.of(
          "reference",
          "regime_reg_ref",
          "name",
          "address",
          "notifying_government",
          "country",
          "denial_cle",
          "item_description",
          "end_use",
          "reason_for_refusal",
          "entity_type");

  private static final Map<String, String> COUNTRIES = countries();

  @Override
  public String recordType() {
    return "denial";
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public Set<String> columns() {
    return COLUMNS;
  }

  @Override
  public String common(Line line) {
    return line.cell("regime_reg_ref");
  }

  @Override
  public String nameOf(String column) {
    return NAMES.getOrDefault(column, column);
  }

  @Override
  public List<Line> translated(List<Line> lines) {
    var items = new ArrayList<List<String>>();
    var parties = new ArrayList<List<String>>();
    var destination = destination(lines);
    return lines.stream()
        .map(line -> {
          var cells = whole(line);
          cells.put("destination", destination);
          cells.put("items", number(items, line, "denial_cle", "item_description"));
          item(line, cells);
          cells.put("parties", number(parties, line, "name", "address", "country", "entity_type"));
          party(line, cells);
          cells.values().removeIf(String::isEmpty);
          return new Line(line.row(), cells);
        })
        .toList();
  }

  /** Where its end-user is, or else its consignee. */
  private static String destination(List<Line> lines) {
    return Stream.of("end_user", "consignee")
        .flatMap(role -> lines.stream().filter(it -> it.cell("entity_type").equals(role)))
        .map(it -> country(it.cell("country")))
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> whole(Line line) {
    var cells = new LinkedHashMap<String, String>();
    var government = line.cell("notifying_government");
    cells.put("owner", government.isEmpty() ? "?" : country(government));
    cells.put("nationalReference", line.cell("reference"));
    cells.put("notes", line.cell("regime_reg_ref"));
    cells.put("statedEndUse", english(line.cell("end_use")));
    cells.put("reasonNarrative.texts", english(line.cell("reason_for_refusal")));
    return cells;
  }

  /** Which of the members seen so far it is; one not seen before is the next. */
  private static String number(List<List<String>> seen, Line line, String... columns) {
    var member = List.of(columns).stream().map(line::cell).toList();
    if (!seen.contains(member)) {
      seen.add(member);
    }
    return String.valueOf(seen.indexOf(member) + 1);
  }

  /** What has no digit in it, such as "catch all", is not the code of a list. */
  private static void item(Line line, Map<String, String> cells) {
    var codes = new ArrayList<String>();
    for (var code : line.cell("denial_cle").split("[,;\\n]", -1)) {
      if (code.chars().anyMatch(Character::isDigit)) {
        codes.add("UK|" + escaped(code.strip()));
      }
    }
    cells.put("items.codes", String.join("\n", codes));
    cells.put("items.description", english(line.cell("item_description")));
  }

  private static void party(Line line, Map<String, String> cells) {
    cells.put("parties.roles", line.cell("entity_type").toUpperCase(Locale.ROOT));
    var name = line.cell("name");
    cells.put("parties.names", name.isEmpty() ? "" : escaped(name) + "|PRIMARY");
    cells.put("parties.address.raw", english(line.cell("address")));
    cells.put("parties.country", country(line.cell("country")));
  }

  private static String english(String text) {
    return text.isEmpty() ? "" : "en|" + escaped(text);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n");
  }

  /** The code of a country, or what was there when it names none. */
  private static String country(String name) {
    return COUNTRIES.getOrDefault(name.strip().toUpperCase(Locale.ROOT), name);
  }

  private static Map<String, String> countries() {
    var countries = new TreeMap<String, String>();
    for (var alpha2 : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
      var country = Locale.of("", alpha2);
      for (var name :
          List.of(alpha2, country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH))) {
        countries.put(name.toUpperCase(Locale.ROOT), country.getISO3Country());
      }
    }
    return Map.copyOf(countries);
  }
}
