package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One hand-written case: a world in which PAK owns one denial, and what each recipient must get of
 * it.
 */
public final class Case {

  private static final String OWNER = "PAK";
  private static final Pattern MEMBER =
      Pattern.compile("([A-Z0-9]+) (gone|state|organisation)(?: in (.+?))?(?: adhering to (.+))?");
  private static final Pattern ONE_OFF = Pattern.compile("([A-Z0-9]+) ([A-Z]+) until (\\S+)");

  final String name;
  final List<String> sentences = new ArrayList<>();
  final Map<String, Level> expected = new LinkedHashMap<>();
  private final ObjectNode draft = RecordText.plain();
  private final Map<String, ObjectNode> policies = new TreeMap<>();
  private final Map<String, Member> then = usual();
  private final Map<String, Member> now = usual();
  private final Set<String> stopped = new TreeSet<>();
  private final List<OneOff> oneOffs = new ArrayList<>();
  private boolean held;
  private Instant asOf = Instant.parse("2026-11-24T09:00:00Z");

  Case(String name) {
    this.name = name;
  }

  private static Map<String, Member> usual() {
    Map<String, Member> members = new HashMap<>();
    for (String text :
        List.of("PAK state", "KAZ state in NSG", "UZB state", "UN1540 organisation")) {
      change(members, text);
    }
    return members;
  }

  /** Takes one line of the file. */
  void take(String key, String text) {
    switch (key) {
      case "why" -> sentences.addAll(RuleText.list(text));
      case "rule" -> addRule(OWNER, text);
      case "group" -> addGroup(OWNER, text);
      case "record" -> clauses(text);
      case "then" -> change(then, text);
      case "now" -> change(now, text);
      case "one-off" -> oneOffs.add(oneOff(text));
      case "stopped" -> stopped.addAll(RuleText.list(text));
      case "held" -> held = text.equals("yes");
      case "as-of" -> asOf = Instant.parse(text);
      case "gets" -> RuleText.list(text).forEach(this::expect);
      default -> takeOfOther(key, text);
    }
  }

  private void takeOfOther(String key, String text) {
    if (key.startsWith("rule of ")) {
      addRule(key.substring("rule of ".length()), text);
    } else if (key.startsWith("group of ")) {
      addGroup(key.substring("group of ".length()), text);
    } else {
      throw new IllegalArgumentException("cannot read: " + key);
    }
  }

  private ObjectNode policy(String participant) {
    return policies.computeIfAbsent(
        participant, _ -> JsonNodeFactory.instance.objectNode().set("rules", draft.arrayNode()));
  }

  private void addRule(String participant, String text) {
    policy(participant).withArray("rules").add(RuleText.rule(text));
  }

  private void addGroup(String participant, String text) {
    String[] parts = text.split(" = ", 2);
    var members = policy(participant).withObject("/groups").putArray(parts[0].strip());
    RuleText.list(parts[1]).forEach(members::add);
  }

  private void clauses(String text) {
    for (String clause : text.split(";", -1)) {
      RecordText.apply(draft, clause.strip());
    }
  }

  private static void change(Map<String, Member> members, String text) {
    Matcher parts = RuleText.match(MEMBER, text);
    String code = parts.group(1);
    if (parts.group(2).equals("gone")) {
      members.remove(code);
      return;
    }
    var regimes = regimes(parts.group(3));
    var adherences = new TreeSet<>(regimes);
    adherences.addAll(regimes(parts.group(4)));
    members.put(code, new Member(code, parts.group(2).equals("state"), regimes, adherences));
  }

  private static Set<String> regimes(@Nullable String list) {
    return list == null ? Set.of() : Set.copyOf(RuleText.list(list));
  }

  private static OneOff oneOff(String text) {
    Matcher parts = RuleText.match(ONE_OFF, text);
    return new OneOff(
        "record", parts.group(1), Level.valueOf(parts.group(2)), Instant.parse(parts.group(3)));
  }

  private void expect(String text) {
    String[] parts = text.split(" ", 2);
    expected.put(parts[0], Level.valueOf(parts[1]));
  }

  Situation situation(String recipient) {
    Facts atApproval = Facts.of(then.values());
    return new Situation(
        OWNER,
        recipient,
        "record",
        draft,
        held,
        List.copyOf(now.values()),
        policies.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> new Adopted(e.getValue(), atApproval))),
        stopped,
        oneOffs,
        asOf);
  }

  JsonNode draft() {
    return draft;
  }

  Map<String, ObjectNode> policies() {
    return policies;
  }
}
