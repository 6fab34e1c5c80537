package org.registan.codes;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The code lists of the platform, as shipped in {@code code-lists.yaml}. */
@Singleton
public class CodeLists {

  private final Map<String, CodeList> lists = new TreeMap<>();
  private final Map<String, Set<String>> values = new TreeMap<>();

  CodeLists() {
    load().forEach(this::add);
    add(countries());
  }

  private void add(CodeList list) {
    lists.put(list.name(), list);
    values.put(
        list.name(),
        list.codes().stream().map(CodeList.Code::code).collect(Collectors.toUnmodifiableSet()));
  }

  private static CodeList countries() {
    var codes =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .map(alpha2 -> Locale.of("", alpha2))
            .map(country ->
                new CodeList.Code(
                    country.getISO3Country(),
                    Map.of("en", country.getDisplayCountry(Locale.ENGLISH)),
                    LocalDate.of(2026, 1, 1),
                    null))
            .sorted(Comparator.comparing(CodeList.Code::code))
            .toList();
    return new CodeList("countries", false, "ISO 3166-1 alpha-3", codes);
  }

  List<String> names() {
    return List.copyOf(lists.keySet());
  }

  Optional<CodeList> list(String name) {
    return Optional.ofNullable(lists.get(name));
  }

  /** Whether {@code code} may be used where list {@code name} is asked for. */
  public boolean takes(String name, String code) {
    var list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException("no code list " + name);
    }
    return list.open() || values.getOrDefault(name, Set.of()).contains(code);
  }

  private static List<CodeList> load() {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var in = loader.getResourceAsStream("code-lists.yaml")) {
      var mapper = YAMLMapper.builder().addModule(new JavaTimeModule()).build();
      return List.of(mapper.readValue(in, CodeList[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
