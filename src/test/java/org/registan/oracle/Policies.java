package org.registan.oracle;

import static org.registan.oracle.Json.array;
import static org.registan.oracle.Json.may;
import static org.registan.oracle.Json.must;
import static org.registan.oracle.Json.object;
import static org.registan.oracle.Json.some;
import static org.registan.oracle.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random policies, weighted so that every level is reached often. */
final class Policies {

  static final List<String> GROUPS = List.of("neighbours", "partners");

  private static final int MOST_CONDITIONS = 3;

  private final Cast cast;
  private final String owner;

  private Policies(Cast cast, String owner) {
    this.cast = cast;
    this.owner = owner;
  }

  static Arbitrary<ObjectNode> of(Cast cast, String owner) {
    var policies = new Policies(cast, owner);
    return object(policies.groups(), must("rules", policies.rules()));
  }

  /** The policy without the names of those who do not take part yet: no policy may name them. */
  static ObjectNode among(World world, ObjectNode policy) {
    var members = world.members().stream().map(Member::code).toList();
    ObjectNode known = policy.deepCopy();
    known.path("groups").forEach(group -> keep(members, group));
    for (JsonNode rule : known.withArray("rules")) {
      keep(members, rule.path("to").path("participants"));
    }
    return known;
  }

  private static void keep(List<String> members, JsonNode names) {
    if (names instanceof ArrayNode array) {
      var kept = Attributes.texts(Attributes.elements(array)).stream().filter(members::contains);
      array.removeAll().addAll(kept.map(TextNode::valueOf).toList());
    }
  }

  static Arbitrary<ObjectNode> permit(Cast cast, String owner) {
    return new Policies(cast, owner).permit();
  }

  static Arbitrary<ObjectNode> limitOrForbid(Cast cast, String owner) {
    var policies = new Policies(cast, owner);
    return Arbitraries.oneOf(policies.limit(), policies.forbid());
  }

  private Arbitrary<ObjectNode> groups() {
    return must(
        "groups",
        object(
            must(GROUPS.get(0), some(cast.namedBut(owner), 1, 3)),
            must(GROUPS.get(1), some(cast.namedBut(owner), 0, 2))));
  }

  private Arbitrary<ArrayNode> rules() {
    return DraftParties.concat(
            DraftParties.concat(array(permit(), 2, 4), array(limit(), 0, 2)),
            Arbitraries.frequencyOf(
                Tuple.of(3, array(forbid(), 0, 0)), Tuple.of(2, array(forbid(), 1, 1))))
        .flatMap(rules -> Arbitraries.shuffle(Attributes.elements(rules).toList()))
        .map(Json::arrayOf);
  }

  private Arbitrary<ObjectNode> permit() {
    Arbitrary<ObjectNode> level =
        Arbitraries.frequencyOf(
            Tuple.of(8, must("level", text("CONTACT"))),
            Tuple.of(5, must("level", text("CORE"))),
            Tuple.of(6, must("level", text("DETAIL"))));
    return object(must("effect", text("PERMIT")), level, to(), when(7, 4, 1), note());
  }

  private Arbitrary<ObjectNode> limit() {
    return object(
        must("effect", text("LIMIT")),
        must("level", text("CONTACT", "CORE")),
        to(),
        when(1, 6, 2),
        note());
  }

  private Arbitrary<ObjectNode> forbid() {
    return object(must("effect", text("FORBID")), to(), when(1, 8, 8), note());
  }

  private static Arbitrary<ObjectNode> note() {
    return may(0.1, "note", text("Agreed in Tashkent"));
  }

  private Arbitrary<ObjectNode> to() {
    Arbitrary<ObjectNode> everyone = must("everyone", Json.yes());
    Arbitrary<ObjectNode> byName = must("participants", some(cast.namedBut(owner), 1, 3));
    Arbitrary<ObjectNode> byGroup = must("groups", some(GROUPS, 1, 2));
    return must(
        "to",
        Arbitraries.frequencyOf(
            Tuple.of(4, everyone),
            Tuple.of(3, byName),
            Tuple.of(3, byGroup),
            Tuple.of(7, object(everyone, byName)),
            Tuple.of(1, object(byGroup, byName))));
  }

  /** No condition, one, or several, with these weights. */
  private Arbitrary<ObjectNode> when(int none, int one, int several) {
    Arbitrary<ObjectNode> condition = PolicyConditions.of(cast, owner);
    return Arbitraries.frequencyOf(
        Tuple.of(none, object()),
        Tuple.of(one, must("when", array(condition, 1, 1))),
        Tuple.of(several, must("when", array(condition, 2, MOST_CONDITIONS))));
  }
}
