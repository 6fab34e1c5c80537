package org.registan.implementation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CodeLists;
import org.registan.record.Labels;
import org.registan.web.Fault;

/** What does not hold together in a document that fits the contract. */
record DocumentCheck(CodeLists codes, Labels labels, DocumentContent document, LocalDate today) {

  private static final String PLAN = "ACTION_PLAN";
  private static final String CONTACT = "POINT_OF_CONTACT";

  List<Fault> faults() {
    var faults = new ArrayList<>(labels.faults(document.label(), document.releasableTo(), today));
    code(faults, "1540-document-kinds", document.documentKind(), "/documentKind");
    paragraphs(faults, document.paragraphs(), "/paragraphs");
    languages(faults);
    belongs(faults, PLAN, document.measures() != null, "/measures");
    belongs(faults, CONTACT, document.contact() != null, "/contact");
    for (int i = 0; i < document.measuresOrNone().size(); i++) {
      var measure = document.measuresOrNone().get(i);
      code(faults, "1540-progress", measure.progress(), "/measures/%d/progress".formatted(i));
      paragraphs(faults, measure.paragraphs(), "/measures/%d/paragraphs".formatted(i));
    }
    code(faults, "1540-change-kinds", document.changeKind(), "/changeKind");
    if ((document.changeKind() == null) != (document.changes() == null)) {
      faults.add(
          Fault.at(
              document.changes() == null ? "/changes" : "/changeKind",
              "is required, as changes and changeKind go together"));
    }
    return faults;
  }

  private void languages(List<Fault> faults) {
    var seen = new HashSet<String>();
    for (int i = 0; i < document.languages().size(); i++) {
      if (!seen.add(document.languages().get(i).lang())) {
        faults.add(Fault.at("/languages/%d/lang".formatted(i), "is there twice"));
      }
    }
    if (document.languages().stream().noneMatch(it -> it.status().equals("authentic"))) {
      faults.add(Fault.at("/languages", "need one whose text is authentic"));
    }
  }

  /** A member that one kind of document needs, and no other has. */
  private void belongs(List<Fault> faults, String kind, boolean isThere, String at) {
    if (isThere != document.documentKind().equals(kind)) {
      faults.add(Fault.at(at, (isThere ? "is for the kind " : "is required of the kind ") + kind));
    }
  }

  private void paragraphs(List<Fault> faults, @Nullable List<String> paragraphs, String at) {
    if (paragraphs != null) {
      for (int i = 0; i < paragraphs.size(); i++) {
        code(faults, "1540-paragraphs", paragraphs.get(i), at + "/" + i);
      }
    }
  }

  private void code(List<Fault> faults, String list, @Nullable String code, String at) {
    if (code != null) {
      codes.refusal(list, code, today).ifPresent(it -> faults.add(Fault.at(at, it)));
    }
  }
}
