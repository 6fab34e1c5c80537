package org.registan.codes;

import java.time.LocalDate;
import java.util.List;

/** The shipped code lists, with a code that is deprecated from some day on. */
public final class Deprecation {

  private Deprecation() {}

  public static CodeLists of(String list, String code, LocalDate from) {
    var shipped = new CodeLists();
    return new CodeLists(
        shipped.names().stream()
            .map(it -> shipped.list(it).orElseThrow())
            .map(it -> it.name().equals(list) ? deprecated(it, code, from) : it)
            .toList());
  }

  private static CodeList deprecated(CodeList list, String code, LocalDate from) {
    List<CodeList.Code> codes =
        list.codes().stream()
            .map(it ->
                it.code().equals(code)
                    ? new CodeList.Code(code, it.labels(), it.validFrom(), from)
                    : it)
            .toList();
    return new CodeList(list.name(), list.open(), list.source(), codes);
  }
}
