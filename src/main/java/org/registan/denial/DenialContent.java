package org.registan.denial;

import static org.registan.kernel.Level.CORE;
import static org.registan.kernel.Level.DETAIL;
import static org.registan.kernel.Level.OWNER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.registan.access.Subject;
import org.registan.codes.ControlCode;
import org.registan.record.At;
import org.registan.record.CodeBook;
import org.registan.record.Label;
import org.registan.record.Text;

/**
 * What a denial notification says: the record of the field's practice, each field with its layer.
 * CORE is what partners always exchange; DETAIL narrows the transaction down; OWNER never leaves
 * the state. Shapes and bounds stand in the contract.
 */
record DenialContent(
    @At(CORE) String denialKind,
    @At(CORE) String authorisationType,
    @At(CORE) LocalDate decisionDate,
    @At(DETAIL) @Nullable List<String> legalBasis,
    @At(CORE) String controlBasis,
    @At(CORE) List<Item> items,
    @At(CORE) String destination,
    @At(DETAIL) @Nullable List<String> transitCountries,
    @At(CORE) @Nullable List<Party> parties,
    @At(CORE) @Nullable Boolean partiesUnknown,
    @At(DETAIL) @Nullable List<Text> statedEndUse,
    @At(DETAIL) @Nullable String endUseClass,
    @At(CORE) List<String> reasonCodes,
    @At(DETAIL) @Nullable Narrative reasonNarrative,
    @At(CORE) @Nullable Boolean underAppeal,
    @At(CORE) Label label,
    @At(CORE) @Nullable List<String> caveats,
    @At(OWNER) @Nullable List<String> releasableTo,
    @At(OWNER) @Nullable String regimeSourced,
    @At(DETAIL) @Nullable List<RegimeReference> regimeReferences,
    @At(OWNER) @Nullable List<Related> relatedDenials,
    @At(OWNER) @Nullable String nationalReference,
    @At(OWNER) @Nullable Exporter exporter,
    @At(OWNER) @Nullable Value value,
    @At(OWNER) @Nullable String contract,
    @At(OWNER) @Nullable String notes) {

  List<Party> partiesOrNone() {
    return parties == null ? List.of() : parties;
  }

  /** What the judge knows of it. */
  Subject subject() {
    var partyCountries =
        partiesOrNone().stream().map(Party::country).collect(Collectors.toUnmodifiableSet());
    return new Subject(
        Map.of(
            "denialKind", Set.of(denialKind),
            "controlBasis", Set.of(controlBasis),
            "destination", Set.of(destination),
            "partyCountry", partyCountries,
            "reason", Set.copyOf(reasonCodes),
            "label", Set.of(label.tlp())),
        label.tlp(),
        releasableTo == null ? null : Set.copyOf(releasableTo),
        regimeSourced != null);
  }

  /** The codes of all items, as they name them. */
  List<CodeBook.Named> codes() {
    var codes = new ArrayList<CodeBook.Named>();
    for (int i = 0; i < items.size(); i++) {
      var ofItem = items.get(i).codesOrNone();
      for (int n = 0; n < ofItem.size(); n++) {
        codes.add(ofItem.get(n).named("/items/%d/codes/%d".formatted(i, n)));
      }
    }
    return codes;
  }

  /** Those that another does not name, or named for another day. */
  List<CodeBook.Named> codesBeside(DenialContent other) {
    var known = other.codes().stream().map(it -> it.at("")).toList();
    return decisionDate.equals(other.decisionDate)
        ? codes().stream().filter(it -> !known.contains(it.at(""))).toList()
        : codes();
  }

  /** What was to be exported. */
  record Item(
      @At(CORE) @Nullable List<ListCode> codes,
      @At(CORE) List<Text> description,
      @At(CORE) String form,
      @At(DETAIL) @Nullable String hsCode,
      @At(DETAIL) @Nullable String hsEdition,
      @At(DETAIL) @Nullable List<String> casNumbers,
      @At(DETAIL) @Nullable List<Parameter> technicalParameters,
      @At(DETAIL) @Nullable Quantity quantity,
      @At(DETAIL) @Nullable String manufacturer) {

    List<ListCode> codesOrNone() {
      return codes == null ? List.of() : codes;
    }

    /** Its codes and all that they stand under. */
    Stream<String> codeKeys() {
      return codesOrNone().stream()
          .flatMap(it -> ControlCode.parse(it.code()).stream())
          .flatMap(it -> it.keysUpwards().stream());
    }

    /** The chapter, heading and so on of its customs code. */
    Stream<String> hsKeys() {
      var hs = hsCode == null ? "" : hsCode;
      return IntStream.rangeClosed(1, hs.length() / 2).mapToObj(it -> hs.substring(0, 2 * it));
    }
  }

  /** An entry of a control list, as printed there. */
  record ListCode(
      @At(CORE) String list, @At(CORE) String code, @At(CORE) @Nullable String edition) {

    private CodeBook.Named named(String at) {
      return new CodeBook.Named(list, code, edition, at);
    }
  }

  /** A technical parameter, for telling what is essentially identical. */
  record Parameter(
      @At(DETAIL) String name, @At(DETAIL) String value, @At(DETAIL) @Nullable String unit) {}

  /** An amount in a unit of UN/ECE Recommendation 20. */
  record Quantity(@At(DETAIL) String amount, @At(DETAIL) String unit) {}

  /** Whoever is named, unless it is a person whose data were erased. */
  interface Named {

    @Nullable String kind();

    @Nullable List<Name> names();

    @Nullable List<Identifier> identifiers();

    @Nullable Address address();

    @Nullable LocalDate erased();

    default List<Name> namesOrNone() {
      var names = names();
      return names == null ? List.of() : names;
    }
  }

  /**
   * A firm, person, body or vessel in the transaction.
   *
   * @param erased the day on which a person's data were erased; nothing but this is left of it
   */
  record Party(
      @At(CORE) List<String> roles,
      @At(CORE) String kind,
      @At(CORE) @Nullable List<Name> names,
      @At(CORE) String country,
      @At(DETAIL) @Nullable List<Identifier> identifiers,
      @At(DETAIL) @Nullable Address address,
      @At(CORE) @Nullable LocalDate erased)
      implements Named {}

  /** One of a party's names. */
  record Name(
      @At(CORE) String text,
      @At(CORE) String type,
      @At(CORE) @Nullable String lang,
      @At(CORE) @Nullable String scheme) {}

  /** A number by which a register knows a party. */
  record Identifier(@At(DETAIL) String scheme, @At(DETAIL) String value) {}

  /** An address, as written and in parts. */
  record Address(
      @At(DETAIL) @Nullable List<Text> raw,
      @At(DETAIL) @Nullable String street,
      @At(DETAIL) @Nullable String locality,
      @At(DETAIL) @Nullable String region,
      @At(DETAIL) @Nullable String postalCode) {}

  /** Why, in words, with a label of its own if need be. */
  record Narrative(@At(DETAIL) List<Text> texts, @At(DETAIL) @Nullable Label label) {}

  /** The number under which a regime was notified. */
  record RegimeReference(@At(DETAIL) String regime, @At(DETAIL) String reference) {}

  /** Another denial that this one is about too. */
  record Related(@At(OWNER) String relation, @At(OWNER) String reference) {}

  /**
   * Who applied.
   *
   * @param kind that of a party; a firm when it is not said
   * @param erased as with a party
   */
  record Exporter(
      @At(OWNER) @Nullable String kind,
      @At(OWNER) @Nullable List<Name> names,
      @At(OWNER) @Nullable List<Identifier> identifiers,
      @At(OWNER) @Nullable Address address,
      @At(OWNER) @Nullable LocalDate erased)
      implements Named {}

  /** What it was worth (ISO 4217). */
  record Value(@At(OWNER) String amount, @At(OWNER) String currency) {}
}
