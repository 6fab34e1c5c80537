package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.registan.web.Problem;

/** Files of entries in JSON are read an entry at a time, and no entry is of endless parts. */
class EntryLinesTest {

  private static final List<Function<String, String>> FORMS =
      List.of("{\"items\": [%s]}"::formatted, "%s\n"::formatted);

  @Test
  void anEntryOfMorePartsThanAnyCanHaveIsRefusedWhereItPassesThem() {
    var endless = "{\"texts\": [" + "{},".repeat(10_000) + "{}]}";

    for (int form = 0; form < FORMS.size(); form++) {
      var body = FORMS.get(form).apply(endless);
      int at = form;
      assertThatThrownBy(() -> read(at, body)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    var entry =
        "{\"key\":\"1\",\"parameters\":[{\"name\":\"volume\",\"value\":\"0.10\"}],\"n\":12}";

    for (int form = 0; form < FORMS.size(); form++) {
      assertThat(read(form, FORMS.get(form).apply(entry))).isEqualTo(List.of(entry));
    }
    assertThatThrownBy(() -> read(1, "{} {}\n")).isInstanceOf(Problem.class);
  }

  private static List<String> read(int form, String body) {
    InputStream in = new ByteArrayInputStream(body.getBytes(UTF_8));
    var read = form == 0 ? EntryLines.document(in) : EntryLines.lines(in);
    return read.stream().map(Object::toString).toList();
  }
}
