package org.registan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What stands in the package is what was tested. */
class PackageIT {

  private static final String SERVED = "META-INF/quarkus-generated-openapi-doc.YAML";

  @Test
  void theContractThatIsServedIsTheOneWrittenByHand() throws IOException {
    var written = new YAMLMapper().readTree(Path.of("openapi/registan.yaml").toFile());

    assertThat(operations(served())).isEqualTo(operations(written)).isNotEmpty();
  }

  private static JsonNode served() throws IOException {
    try (var jar = new ZipFile("target/quarkus-app/quarkus/generated-bytecode.jar");
        var in = jar.getInputStream(jar.getEntry(SERVED))) {
      return new YAMLMapper().readTree(in);
    }
  }

  private static Set<String> operations(JsonNode contract) {
    var operations = new TreeSet<String>();
    for (var path : contract.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (verb.getValue().has("operationId")) {
          operations.add(verb.getKey() + " " + path.getKey());
        }
      }
    }
    return operations;
  }
}
