package org.registan.denial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CasNumber;
import org.registan.codes.CodeLists;
import org.registan.codes.ControlCode;
import org.registan.record.Labels;
import org.registan.web.Fault;

/** What does not hold together in a denial that fits the contract. */
final class DenialCheck {

  private static final Set<String> NEED_CODE = Set.of("LISTED", "NATIONAL_LIST");

  private final CodeLists codes;
  private final DenialContent denial;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  private DenialCheck(CodeLists codes, DenialContent denial, LocalDate today) {
    this.codes = codes;
    this.denial = denial;
    this.today = today;
  }

  /**
   * Every fault of a content.
   *
   * @param today where the owner is
   */
  static List<Fault> faults(CodeLists codes, DenialContent denial, LocalDate today, Labels labels) {
    var check = new DenialCheck(codes, denial, today);
    check.codes();
    check.items();
    check.parties();
    if (denial.exporter() != null) {
      check.named(denial.exporter(), "/exporter");
    }
    check.label(labels);
    check.rest();
    return check.faults;
  }

  private void codes() {
    code("denial-kinds", denial.denialKind(), "/denialKind");
    code("authorisation-types", denial.authorisationType(), "/authorisationType");
    code("control-bases", denial.controlBasis(), "/controlBasis");
    code("countries", denial.destination(), "/destination");
    code("end-use-classes", denial.endUseClass(), "/endUseClass");
    code("regimes", denial.regimeSourced(), "/regimeSourced");
    all("reason-codes", denial.reasonCodes(), "/reasonCodes");
    all("countries", denial.transitCountries(), "/transitCountries");
    each(
        denial.regimeReferences(),
        "/regimeReferences",
        (it, at) -> code("regimes", it.regime(), at + "/regime"));
    each(
        denial.relatedDenials(),
        "/relatedDenials",
        (it, at) -> code("relations", it.relation(), at + "/relation"));
  }

  private void items() {
    each(
        denial.items(),
        "/items",
        (item, at) -> {
          code("item-forms", item.form(), at + "/form");
          each(
              item.codes(),
              at + "/codes",
              (it, codeAt) -> {
                if (ControlCode.parse(it.code()).isEmpty()) {
                  fault(codeAt + "/code", "is not the code of a control list");
                }
              });
          each(
              item.casNumbers(),
              at + "/casNumbers",
              (it, casAt) -> {
                if (!CasNumber.holds(it)) {
                  fault(casAt, "has a wrong check digit");
                }
              });
        });
    var coded = denial.items().stream().anyMatch(it -> !it.codesOrNone().isEmpty());
    if (NEED_CODE.contains(denial.controlBasis()) && !coded) {
      fault("/items", "need a control code, as the control basis is a list");
    }
  }

  private void parties() {
    each(
        denial.parties(),
        "/parties",
        (party, at) -> {
          all("party-roles", party.roles(), at + "/roles");
          code("countries", party.country(), at + "/country");
          named(party, at);
        });
    var known =
        denial.partiesOrNone().stream()
            .flatMap(it -> it.roles().stream())
            .anyMatch(it -> it.equals("END_USER") || it.equals("CONSIGNEE"));
    if (known == Boolean.TRUE.equals(denial.partiesUnknown())) {
      fault(
          known ? "/partiesUnknown" : "/parties",
          known
              ? "a consignee or end-user is named"
              : "name a consignee or end-user, or say partiesUnknown");
    }
  }

  private void named(DenialContent.Named subject, String at) {
    code("party-kinds", subject.kind(), at + "/kind");
    each(
        subject.namesOrNone(),
        at + "/names",
        (it, nameAt) -> code("name-types", it.type(), nameAt + "/type"));
    if (subject.erased() != null) {
      erased(subject, subject.erased(), at);
    } else if (subject.namesOrNone().stream().noneMatch(it -> it.type().equals("PRIMARY"))) {
      fault(at + "/names", "need one of type PRIMARY");
    }
  }

  /** Of a person whose data were erased, nothing else is said. */
  private void erased(DenialContent.Named subject, LocalDate on, String at) {
    var left = Stream.of(subject.names(), subject.identifiers(), subject.address());
    if (!"PERSON".equals(subject.kind()) || left.anyMatch(Objects::nonNull)) {
      fault(at + "/erased", "is said of a person without names, identifiers and address");
    }
    if (on.isAfter(today)) {
      fault(at + "/erased", "is in the future");
    }
  }

  private void label(Labels labels) {
    faults.addAll(labels.faults(denial.label(), denial.releasableTo(), today));
    if (denial.reasonNarrative() != null && denial.reasonNarrative().label() != null) {
      faults.addAll(
          labels.faults(denial.reasonNarrative().label(), "/reasonNarrative/label", today));
    }
  }

  private void rest() {
    if (denial.decisionDate().isAfter(today)) {
      fault("/decisionDate", "is in the future");
    }
    if (denial.reasonCodes().contains("R99") && denial.reasonNarrative() == null) {
      fault("/reasonNarrative", "is required with reason R99");
    }
    if (denial.value() != null && !isCurrency(denial.value().currency())) {
      fault("/value/currency", "is not a currency of ISO 4217");
    }
  }

  private void all(String list, @Nullable List<String> values, String at) {
    each(values, at, (value, valueAt) -> code(list, value, valueAt));
  }

  private void code(String list, @Nullable String value, String at) {
    if (value != null) {
      codes.refusal(list, value, today).ifPresent(it -> fault(at, it));
    }
  }

  private void fault(String at, String detail) {
    faults.add(Fault.at(at, detail));
  }

  private interface Visit<T> {
    void visit(T value, String at);
  }

  private static <T> void each(@Nullable List<T> values, String at, Visit<T> visit) {
    if (values != null) {
      for (int i = 0; i < values.size(); i++) {
        visit.visit(values.get(i), at + "/" + i);
      }
    }
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(it -> it.getCurrencyCode().equals(code));
  }
}
