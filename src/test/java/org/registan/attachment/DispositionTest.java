package org.registan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** The name of a file comes through HTTP as it is, or is refused in precise words. */
class DispositionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Report.pdf",
        "Отчёт за 2026 год.pdf",
        "Есеп — Қазақстан.PDF",
        "گزارش‌های ملی.pdf",
        "رپورٹ ۲۰۲۶.pdf",
        "国家报告 (第一版).pdf",
        "ᠮᠣᠩᠭᠣᠯ.pdf",
        "Oʻzbekiston 100% 'a' \"b\"; c=d.pdf",
        "👩‍💻 naïve.pdf"
      })
  void aNameInAnyScriptSurvives(String name) {
    var header = Disposition.of(name);

    assertThat(header).matches("[ -~]+");
    assertThat(Disposition.name(header)).isEqualTo(name);
    assertThat(FileNames.fault(name, Form.PDF)).isEmpty();
  }

  @Test
  void theEncodedNameGoesBeforeThePlainOneAndQuotesAreTakenOff() {
    assertThat(Disposition.name("attachment; filename=a.pdf")).isEqualTo("a.pdf");
    assertThat(Disposition.name("Attachment ; FileName = \"a \\\"b\\\".pdf\""))
        .isEqualTo("a \"b\".pdf");
    assertThat(Disposition.name("attachment; filename=\"a.pdf\"; filename*=utf-8'ru'%D0%B0.pdf"))
        .isEqualTo("а.pdf");
    assertThat(Disposition.name("attachment; size=12; filename=\"a.pdf\"")).isEqualTo("a.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "inline; filename=a.pdf",
        "attachment",
        "attachment; filename",
        "attachment; filename=",
        "attachment; filename=\"a.pdf",
        "attachment; filename=a.pdf; filename=b.pdf",
        "attachment; filename=a b.pdf",
        "attachment; filename*=a.pdf",
        "attachment; filename*=ISO-8859-1''a.pdf",
        "attachment; filename*=UTF-8''%FF.pdf",
        "attachment; filename*=UTF-8''%ED%A0%80.pdf",
        "attachment; filename*=UTF-8''%2",
        "attachment; filename=\"\u00e4.pdf\"",
        "attachments; filename=a.pdf"
      })
  void whatIsNoNameIsToldSo(String header) {
    assertThatThrownBy(() -> Disposition.name(header))
        .isInstanceOfSatisfying(
            Problem.class,
            it ->
                assertThat(it.faults())
                    .extracting(Fault::parameter)
                    .containsExactly(Disposition.HEADER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a/b.pdf",
        "a\\b.pdf",
        "..",
        "a..pdf",
        "a\n.pdf",
        "a\u0000.pdf",
        "a\u007f.pdf",
        "a\u202efdp.exe.pdf",
        "a\u2066.pdf",
        "a\u200b.pdf",
        "a\ufeff.pdf",
        "a\u2028.pdf",
        "a\ud800.pdf",
        " a.pdf",
        "a.pdf ",
        "a.docx",
        "a.pdf.exe",
        "pdf"
      })
  void aNameThatMisleadsIsNone(String name) {
    assertThat(FileNames.fault(name, Form.PDF)).isPresent();
  }

  @Test
  void aQuotedNameOfAnyLengthIsRead() {
    var name = "a".repeat(3_900);

    assertThat(Disposition.name("attachment; filename=\"" + name + "\"")).isEqualTo(name);
  }

  @Test
  void aNameHasAnEnd() {
    assertThat(FileNames.fault("ж".repeat(196) + ".pdf", Form.PDF)).isEmpty();
    assertThat(FileNames.fault("ж".repeat(197) + ".pdf", Form.PDF)).isPresent();
  }
}
