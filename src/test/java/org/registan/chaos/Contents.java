package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.registan.controllist.Editions;
import org.registan.denial.Denials;
import org.registan.kernel.Json;

/** Denials and policies at random: all layers move, and natural persons occur. */
final class Contents {
  private static final List<String> DESTINATIONS =
      List.of("AFG", "TKM", "MNG", "KAZ", "UZB", "PAK", "KGZ");
  private static final List<String> LABELS =
      List.of("CLEAR", "GREEN", "GREEN", "AMBER", "AMBER", "AMBER+STRICT");

  private final String owner;
  private final Random chance;

  Contents(String owner, Random chance) {
    this.owner = owner;
    this.chance = chance;
  }

  ObjectNode denial() {
    var denial =
        (ObjectNode) Json.parse(Denials.draft(one(foreign(DESTINATIONS)), one(LABELS), ""));
    denial.put("notes", "file " + chance.nextInt(1000));
    denial.put("underAppeal", chance.nextBoolean());
    ((ObjectNode) denial.at("/items/0")).put("manufacturer", "Works " + chance.nextInt(3));
    if (chance.nextInt(3) == 0) {
      name(denial);
    }
    if (chance.nextInt(5) == 0) {
      denial.putArray("releasableTo").add(one(Writer.STATES));
    }
    return denial;
  }

  ObjectNode denialOfAPerson() {
    var denial = denial();
    name(denial);
    return denial;
  }

  private void name(ObjectNode denial) {
    var name = "Nodir " + surname();
    var person = (ObjectNode) denial.at("/parties/0");
    person.put("kind", "PERSON");
    ((ObjectNode) person.at("/names/0")).put("text", name);
    denial.put("notes", "file of " + name);
  }

  /** A name that nobody else has, so that a search for it finds that one person's traces. */
  private String surname() {
    var letters = new StringBuilder("Invented");
    for (int i = 0; i < 12; i++) {
      letters.append((char) ('a' + chance.nextInt(26)));
    }
    return letters.toString();
  }

  /** The surnames of the natural persons in a denial. */
  static Set<String> persons(JsonNode denial) {
    var surnames = new TreeSet<String>();
    for (var party : denial.path("parties")) {
      if (party.path("kind").asText().equals("PERSON") && party.has("names")) {
        surnames.add(party.at("/names/0/text").asText().replace("Nodir ", ""));
      }
    }
    return surnames;
  }

  /** A policy: to whom what, with groups, reciprocity and limits among its rules. */
  ObjectNode policy(String type) {
    var policy = Json.object();
    var rules = policy.putArray("rules");
    var partners = new ArrayList<>(foreign(Writer.STATES));
    Collections.shuffle(partners, chance);
    for (var partner : partners.subList(0, 1 + chance.nextInt(partners.size()))) {
      to(rule(rules, "PERMIT", one(List.of("CORE", "DETAIL"))), partner);
    }
    if (chance.nextInt(3) == 0) {
      everyone(rule(rules, "PERMIT", "CORE"));
    }
    if (chance.nextInt(3) == 0) {
      var rule = rule(rules, "PERMIT", "DETAIL");
      everyone(rule);
      rule.putArray("when").addObject().put("reciprocity", "CORE");
    }
    if (chance.nextInt(3) == 0) {
      var rule = rule(rules, "LIMIT", "CORE");
      everyone(rule);
      var condition = rule.putArray("when").addObject().put("attribute", "label");
      condition.putArray("in").add("AMBER");
    }
    if (chance.nextInt(2) == 0) {
      var groups = policy.putObject("groups");
      some().forEach(groups.putArray("partners")::add);
      some().forEach(groups.putArray("doubtful")::add);
      toGroup(rule(rules, "PERMIT", "DETAIL"), "partners");
      toGroup(rule(rules, "LIMIT", "CORE"), "doubtful");
    }
    if (type.equals(Editions.TYPE) && chance.nextBoolean()) {
      to(rule(rules, "PERMIT", one(List.of("CORE", "DETAIL"))), "UN1540");
    }
    return policy;
  }

  private static ObjectNode rule(ArrayNode rules, String effect, String level) {
    return rules.addObject().put("effect", effect).put("level", level);
  }

  private static void to(ObjectNode rule, String partner) {
    rule.putObject("to").putArray("participants").add(partner);
  }

  private static void toGroup(ObjectNode rule, String group) {
    rule.putObject("to").putArray("groups").add(group);
  }

  private static void everyone(ObjectNode rule) {
    rule.putObject("to").put("everyone", true);
  }

  /** Some of the other states, perhaps none. */
  List<String> some() {
    return foreign(Writer.STATES).stream().filter(it -> chance.nextBoolean()).toList();
  }

  String partner() {
    return one(foreign(Writer.STATES));
  }

  private List<String> foreign(List<String> states) {
    return states.stream().filter(it -> !it.equals(owner)).toList();
  }

  String one(List<String> values) {
    return values.get(chance.nextInt(values.size()));
  }
}
