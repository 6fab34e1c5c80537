package org.registan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Role;

/** The contract says of each operation whom the table of rights lets in, and a page what for. */
class RolesInContractTest {

  private static final Rights RIGHTS = Rights.read();

  @Test
  void everyOperationNamesTheRolesThatTheTableLetsIn() throws IOException {
    var said = new TreeMap<String, List<String>>();
    for (var path :
        new YAMLMapper().readTree(Path.of("openapi/registan.yaml").toFile()).at("/paths")) {
      for (var operation : path) {
        if (operation.has("operationId")) {
          said.put(operation.path("operationId").asText(), texts(operation.path("x-roles")));
        }
      }
    }
    var table = new TreeMap<String, List<String>>();
    RIGHTS.operations().forEach(it -> table.put(it, letIn(it)));

    assertThat(said).isEqualTo(table);
  }

  private static List<String> letIn(String operation) {
    var some = new TreeSet<String>();
    Stream.of("own", "other").forEach(it -> some.addAll(RIGHTS.roles(operation, it, true)));
    return some.size() == RIGHTS.roles().size() - 1
        ? List.of(Role.ANY)
        : RIGHTS.roles().stream().filter(some::contains).toList();
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(it -> texts.add(it.asText()));
    return texts;
  }

  @Test
  void thePageHasALineForEachRole() throws IOException {
    var lines =
        Files.readAllLines(Path.of("docs/roles.md")).stream()
            .filter(it -> it.startsWith("| `"))
            .map(it -> it.split("`", -1)[1])
            .toList();

    assertThat(lines).containsExactlyElementsOf(RIGHTS.roles().subList(0, lines.size()));
    assertThat(RIGHTS.roles())
        .containsExactlyElementsOf(Stream.concat(lines.stream(), Stream.of("anonymous")).toList());
  }
}
