package org.registan.controllist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CodeScheme;

/**
 * One node of an edition of a control list, as it stands in the document. An edition is a list of
 * them in document order: a parent before its children, each subtree in one piece, siblings as they
 * are printed. What is absent is not there; no list is empty.
 *
 * @param key its name within the edition, unique there; by custom the code of what has one
 * @param parent the key of what it stands under; none at the top
 * @param type one of {@link EntryType}
 * @param code as printed
 * @param number the printed number of a note
 * @param term what a definition or acronym is of
 * @param scope LIST or LOCAL: where a definition holds
 * @param categories those that a definition applies to
 * @param origins the regimes it comes from
 * @param references codes that a pointer to other entries names
 * @param attributes what only this state says of it, such as the reason for control
 * @param effectiveFrom from when it holds, when that is later than the edition
 */
record Entry(
    String key,
    @Nullable String parent,
    String type,
    @Nullable String code,
    @Nullable String number,
    @Nullable String term,
    @Nullable String scope,
    @Nullable List<String> categories,
    @Nullable List<Text> texts,
    @Nullable List<Parameter> parameters,
    @Nullable List<String> origins,
    @Nullable List<HsCode> hsCodes,
    @Nullable List<String> casNumbers,
    @Nullable List<String> references,
    @Nullable List<Attribute> attributes,
    @Nullable LocalDate effectiveFrom) {

  /**
   * What an entry says in one language (BCP 47), and whether that is authentic or a translation.
   */
  record Text(String lang, String text, String status) {}

  /**
   * A technical threshold.
   *
   * @param operator LT, LE, EQ, GE or GT
   * @param value a decimal number with a point
   */
  record Parameter(String name, String operator, String value, @Nullable String unit) {}

  /** A customs code that goods of the entry may have, and of which nomenclature ("HS2022"). */
  record HsCode(String code, String nomenclature) {}

  /** A national particular. */
  record Attribute(String name, String value) {}

  List<Text> textsOrNone() {
    return orNone(texts);
  }

  List<Parameter> parametersOrNone() {
    return orNone(parameters);
  }

  List<HsCode> hsCodesOrNone() {
    return orNone(hsCodes);
  }

  List<String> originsOrNone() {
    return orNone(origins);
  }

  List<Attribute> attributesOrNone() {
    return orNone(attributes);
  }

  List<String> casNumbersOrNone() {
    return orNone(casNumbers);
  }

  /** The same entry under another name and in another place. */
  Entry named(String key, @Nullable String parent, @Nullable String code) {
    return new Entry(
        key,
        parent,
        type,
        code,
        number,
        term,
        scope,
        categories,
        texts,
        parameters,
        origins,
        hsCodes,
        casNumbers,
        references,
        attributes,
        effectiveFrom);
  }

  /** Whether it says something of what it stands under, and is no item itself. */
  boolean isNote() {
    return EntryType.of(type).map(EntryType::family).orElse(null) != EntryType.Family.ITEM;
  }

  /** Whether it has the code of this canonical form. */
  boolean has(CodeScheme scheme, String canonical) {
    return code != null && scheme.canonical(code).filter(canonical::equals).isPresent();
  }

  /** The same entry without what it says: it tells where something stands. */
  Entry stub() {
    return new Entry(
        key, parent, type, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  /** Whether both say the same but for their names, texts and thresholds. */
  boolean like(Entry other) {
    return bare().equals(other.bare());
  }

  private Entry bare() {
    return new Entry(
        "",
        null,
        type,
        null,
        number,
        term,
        scope,
        categories,
        null,
        null,
        origins,
        hsCodes,
        casNumbers,
        references,
        attributes,
        effectiveFrom);
  }

  private static <T> List<T> orNone(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
