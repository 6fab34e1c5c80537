package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/control-lists.md says every column there is, in order; its example is read. */
class EntryTablePageTest {

  @Test
  void everyColumnIsInThePagesTable() throws IOException {
    var said =
        lines().stream()
            .filter(it -> it.startsWith("| `"))
            .map(it -> Arrays.asList(it.split(" \\| | \\|$|^\\| ", -1)))
            .filter(it -> !it.get(1).startsWith("`text."))
            .map(it -> plain(it.get(1)) + ": " + plain(it.get(2)));

    assertThat(said)
        .containsExactlyElementsOf(
            EntryTable.columns().map(it -> it.name() + ": " + it.form()).toList());
  }

  @Test
  void thePagesExampleIsTaken() throws IOException {
    var lines = lines();
    var example =
        lines.subList(lines.indexOf("```csv") + 1, lines.size()).stream()
            .takeWhile(it -> !it.equals("```"))
            .collect(Collectors.joining("\n"));

    var read = Rows.read(EntryForm.TABLE, example.getBytes(UTF_8));

    assertThat(Rows.told(read)).isEmpty();
    assertThat(read.entries().stream().map(it -> it.path("key").asText()))
        .containsExactly("1C350", "1C350#note-1", "1C350.a");
    assertThat(read.entries().getLast().path("parameters").path(0).path("unit").asText())
        .isEqualTo("L");
  }

  private static List<String> lines() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("docs/control-lists.md"))) {
      return lines.toList();
    }
  }

  private static String plain(String cell) {
    return cell.replace("`", "").replace("\\|", "|");
  }
}
