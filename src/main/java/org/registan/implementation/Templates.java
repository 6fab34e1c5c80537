package org.registan.implementation;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The generations of the matrix that are shipped, oldest first; read and checked at start. */
@Singleton
@Startup
class Templates {

  private static final String FOLDER = "matrix-templates/";

  private final Map<String, Template> all = new LinkedHashMap<>();

  Templates() {
    for (var generation : read("shipped", String[].class)) {
      var template = checked(read(generation, Template.class));
      all.put(template.generation(), template);
    }
  }

  /** The template, unless something in it does not hold together. */
  static Template checked(Template template) {
    var faults = template.faults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("matrix template " + template.generation() + ": " + faults);
    }
    return template;
  }

  List<Template> all() {
    return List.copyOf(all.values());
  }

  Optional<Template> find(String generation) {
    return Optional.ofNullable(all.get(generation));
  }

  /** A generation that a stored matrix names. */
  Template of(String generation) {
    return find(generation)
        .orElseThrow(() -> new IllegalStateException("no matrix template " + generation));
  }

  private static <T> T read(String name, Class<T> type) {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var in = loader.getResourceAsStream(FOLDER + name + ".yaml")) {
      return new YAMLMapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
