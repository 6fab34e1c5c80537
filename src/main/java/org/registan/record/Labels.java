package org.registan.record;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CodeLists;
import org.registan.web.Fault;

/** What does not hold together in the handling label of a record, of any kind. */
@Singleton
public class Labels {

  private final CodeLists codes;
  private final Ceiling ceiling;

  /** With the highest national marking that the platform may hold. */
  public Labels(CodeLists codes, Ceiling ceiling) {
    this.codes = codes;
    this.ceiling = ceiling;
  }

  /** The faults of a record's label and of whom it names: RED is for those named alone. */
  public List<Fault> faults(Label label, @Nullable List<String> releasableTo, LocalDate today) {
    var faults = new ArrayList<>(faults(label, "/label", today));
    if (label.tlp().equals(Tlp.RED) && (releasableTo == null || releasableTo.isEmpty())) {
      faults.add(Fault.at("/releasableTo", "must name someone, as the label is RED"));
    }
    return faults;
  }

  /** The faults of a label by itself. */
  public List<Fault> faults(Label label, String at, LocalDate today) {
    var marking = label.nationalMarking();
    if (marking == null) {
      return List.of();
    }
    var faults = new ArrayList<Fault>();
    codes
        .refusal("national-markings", marking, today)
        .ifPresent(it -> faults.add(Fault.at(at + "/nationalMarking", it)));
    if (ceiling.isExceededBy(marking)) {
      faults.add(Fault.at(at + "/nationalMarking", "is above what this platform may hold"));
    }
    return faults;
  }
}
