package org.registan.controllist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.registan.codes.CodeScheme;
import org.registan.codes.ControlCode;
import org.registan.search.Doc;
import org.registan.search.Field;

/** Entries as they are searched, and by what they are found. */
final class EntryDocs {

  static final String CODE = "code";
  static final String ORIGIN = "origin";
  static final String HS = "hs";

  private static final String CAS = "casNumber";
  private static final String TERM = "term";
  private static final String TEXT = "text";
  private static final String PARAMETER = "parameter";
  private static final String ATTRIBUTE = "attribute";

  static final List<Field> FIELDS =
      List.of(
          Field.code(CODE, 6),
          Field.code(CAS, 6),
          Field.words(TERM, 3),
          Field.words(TEXT, 2),
          Field.words(PARAMETER, 1),
          Field.words(ATTRIBUTE, 1));

  private static final Pattern DOT = Pattern.compile("\\.");

  private EntryDocs() {}

  /** Those of a block, which are of its group and known by their place in it. */
  static List<Doc> of(StoredBlocks.Stored block, CodeScheme scheme) {
    var docs = new ArrayList<Doc>();
    var place = place(block);
    for (var entry : block.entries()) {
      int n = docs.size();
      docs.add(
          new Doc(
              n,
              block.id(),
              "%s %05d".formatted(place, n),
              texts(entry),
              Map.of(ORIGIN, Set.copyOf(entry.originsOrNone()), HS, customs(entry)),
              Map.of(CODE, paths(entry, scheme))));
    }
    return docs;
  }

  /**
   * By owner and code, what is above first; digest and scheme tell blocks apart that have one code.
   */
  private static String place(StoredBlocks.Stored block) {
    var place = new StringBuilder(block.owner());
    var code = block.entries().getFirst().code();
    ControlCode.parse(code == null ? "" : code)
        .ifPresent(it -> it.path().forEach(element -> place.append(' ').append(counted(element))));
    return place.append(" !").append(block.sha256()).append(' ').append(block.scheme()).toString();
  }

  /** So that 9 comes before 10, and z before aa. */
  private static String counted(String element) {
    var isNumber = Character.isDigit(element.charAt(0));
    return (isNumber ? "0" : "1") + "%03d".formatted(element.length()) + element;
  }

  private static List<Doc.Text> texts(Entry entry) {
    var texts = new ArrayList<Doc.Text>();
    if (entry.code() != null) {
      texts.add(new Doc.Text(CODE, "", entry.code()));
    }
    if (entry.term() != null) {
      texts.add(new Doc.Text(TERM, "", entry.term()));
    }
    entry.textsOrNone().forEach(it -> texts.add(new Doc.Text(TEXT, it.lang(), it.text())));
    entry.casNumbersOrNone().forEach(it -> texts.add(new Doc.Text(CAS, "", it)));
    entry.parametersOrNone().forEach(it -> texts.add(new Doc.Text(PARAMETER, "", it.name())));
    entry.attributesOrNone().forEach(it -> texts.add(new Doc.Text(ATTRIBUTE, "", it.value())));
    return texts;
  }

  private static Set<String> customs(Entry entry) {
    var all = new HashSet<String>();
    for (var hs : entry.hsCodesOrNone()) {
      for (int end = 2; end <= hs.code().length(); end += 2) {
        all.add(hs.code().substring(0, end));
      }
    }
    return all;
  }

  /** In the spellings in which it may be asked for, as denials have it. */
  private static Set<List<String>> paths(Entry entry, CodeScheme scheme) {
    var paths = new HashSet<List<String>>();
    if (entry.code() != null) {
      ControlCode.parse(entry.code()).map(ControlCode::path).ifPresent(paths::add);
      scheme.parse(entry.code()).map(scheme::denialKeys).stream()
          .flatMap(Set::stream)
          .map(it -> List.of(DOT.split(it)))
          .forEach(paths::add);
    }
    return paths;
  }
}
