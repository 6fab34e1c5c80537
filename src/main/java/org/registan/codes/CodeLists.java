package org.registan.codes;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.ibm.icu.util.ULocale;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code lists of the platform, as shipped in {@code code-lists.yaml}. */
@Singleton
public class CodeLists {

  /** Those that labels come in beside English, where there is a settled term. */
  static final List<String> LANGUAGES = List.of("ru", "ur", "kk", "uz-Latn");

  private final Map<String, CodeList> lists = new TreeMap<>();
  private final Map<String, Map<String, CodeList.Code>> values = new TreeMap<>();

  @Inject
  CodeLists() {
    this(Stream.concat(load().stream(), Stream.of(countries())).toList());
  }

  public CodeLists(List<CodeList> all) {
    all.forEach(this::add);
  }

  private void add(CodeList list) {
    lists.put(list.name(), list);
    values.put(
        list.name(),
        list.codes().stream().collect(Collectors.toUnmodifiableMap(CodeList.Code::code, it -> it)));
  }

  private static CodeList countries() {
    var codes =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .map(alpha2 -> Locale.of("", alpha2))
            .map(country ->
                new CodeList.Code(
                    country.getISO3Country(), names(country), LocalDate.of(2026, 1, 1), null))
            .sorted(Comparator.comparing(CodeList.Code::code))
            .toList();
    return new CodeList("countries", false, "ISO 3166-1 alpha-3", codes);
  }

  private static Map<String, String> names(Locale country) {
    var names = new LinkedHashMap<String, String>();
    names.put("en", country.getDisplayCountry(Locale.ENGLISH));
    var code = "und_" + country.getCountry();
    LANGUAGES.forEach(it -> names.put(it, ULocale.getDisplayCountry(code, it)));
    return names;
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
    return list.open() || values.getOrDefault(name, Map.of()).containsKey(code);
  }

  /** Whether {@code code} stands after {@code than} in list {@code name}, which is in an order. */
  public boolean isAfter(String name, String code, String than) {
    var order =
        list(name).stream().flatMap(it -> it.codes().stream()).map(CodeList.Code::code).toList();
    return order.indexOf(code) > order.indexOf(than);
  }

  /** What is wrong with a code of which the list {@code name} knows nothing. */
  public static String notIn(String name) {
    return "is not in code list %s: GET /v1/code-lists/%s".formatted(name, name);
  }

  /**
   * Why {@code code} may not be written where list {@code name} is asked for, if it may not. What
   * is deprecated can be read for ever, and is written no more from its date on.
   */
  public Optional<String> refusal(String name, String code, LocalDate on) {
    if (!takes(name, code)) {
      return Optional.of(notIn(name));
    }
    return Optional.ofNullable(values.getOrDefault(name, Map.of()).get(code))
        .map(CodeList.Code::deprecated)
        .filter(it -> !on.isBefore(it))
        .map(it -> "is deprecated in code list " + name);
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
