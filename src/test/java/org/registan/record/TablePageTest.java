package org.registan.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.stand.StandResource;

/** docs/table-layout.md says every column that there is, in order, and how its cells are filled. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class TablePageTest {

  private static final Pattern NAME = Pattern.compile("`([A-Za-z.]+)`[,.]");

  @Inject RecordTypes types;

  @Test
  void whatImportsReadIsInThePagesTable() throws IOException {
    var said =
        lines()
            .filter(it -> it.startsWith("| `"))
            .map(it -> Arrays.asList(it.split(" \\| | \\|$|^\\| ", -1)))
            .map(it -> plain(it.get(1)) + ": " + plain(it.get(2)));

    assertThat(said)
        .containsExactlyElementsOf(
            layout()
                .all()
                .filter(it -> layout().takes(it.name()))
                .map(it -> it.name() + ": " + it.form())
                .toList());
  }

  @Test
  void whatExportsAddIsNamedBelow() throws IOException {
    var said =
        lines()
            .filter(it -> it.startsWith("`"))
            .flatMap(it -> NAME.matcher(it).results())
            .map(it -> it.group(1));

    assertThat(said)
        .containsExactlyElementsOf(
            layout().names().stream().filter(it -> !layout().takes(it)).toList());
  }

  private Layout layout() {
    return types.named("denial").layout();
  }

  private static Stream<String> lines() throws IOException {
    return Files.readAllLines(Path.of("docs/table-layout.md")).stream();
  }

  private static String plain(String cell) {
    return cell.replace("`", "").replace("\\|", "|");
  }
}
