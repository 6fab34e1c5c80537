package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One situation out of a random world, and what a law may change in it.
 *
 * @param permit a rule to add
 * @param curb a limit or forbid to add
 * @param otherDraft another denial of the owner's
 */
record Trial(Situation situation, ObjectNode permit, ObjectNode curb, ObjectNode otherDraft) {

  /** A play with one set of changes per owner. */
  record Source(Script script, Map<String, Changes> changes) {}

  /** What laws add or put in place. */
  record Changes(ObjectNode permit, ObjectNode curb, ObjectNode draft) {}

  static Arbitrary<Source> sources(Cast cast, Arbitrary<Script> scripts) {
    List<Arbitrary<Map.Entry<String, Changes>>> changes =
        cast.owners().stream().map(owner -> changes(cast, owner)).toList();
    return Combinators.combine(
            scripts,
            Combinators.combine(changes)
                .as(each ->
                    each.stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
        .as(Source::new);
  }

  private static Arbitrary<Map.Entry<String, Changes>> changes(Cast cast, String owner) {
    return Combinators.combine(
            Policies.permit(cast, owner),
            Policies.limitOrForbid(cast, owner),
            Drafts.of(cast, owner))
        .as((permit, curb, draft) -> Map.entry(owner, new Changes(permit, curb, draft)));
  }

  /** The rules of the owner's policy. */
  List<JsonNode> rules() {
    Adopted adopted = situation.inForce().get(situation.owner());
    return adopted == null
        ? List.of()
        : Attributes.elements(adopted.policy().path("rules")).toList();
  }

  Situation withRule(ObjectNode rule) {
    return withRules(rules -> Stream.concat(rules, Stream.of(rule)));
  }

  /** The owner's policy with other rules; nothing changes where it has none. */
  Situation withRules(UnaryOperator<Stream<ObjectNode>> change) {
    return withPolicyOf(situation.owner(), change);
  }

  Situation withPolicyOf(String participant, UnaryOperator<Stream<ObjectNode>> change) {
    return withAdopted(
        participant, adopted -> new Adopted(changed(adopted, change), adopted.atApproval()));
  }

  Situation withAdopted(String participant, Function<Adopted, Adopted> change) {
    Map<String, Adopted> inForce = new HashMap<>(situation.inForce());
    inForce.computeIfPresent(participant, (_, adopted) -> change.apply(adopted));
    return situation.inForce(inForce);
  }

  private static ObjectNode changed(Adopted adopted, UnaryOperator<Stream<ObjectNode>> change) {
    ObjectNode policy = adopted.policy().deepCopy();
    Stream<ObjectNode> rules =
        Attributes.elements(policy.path("rules")).map(ObjectNode.class::cast);
    ArrayNode changed = Json.arrayOf(change.apply(rules).toList());
    return policy.set("rules", changed);
  }
}
