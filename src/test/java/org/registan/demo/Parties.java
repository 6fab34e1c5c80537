package org.registan.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One to three invented parties of a denial, mostly in its destination. */
final class Parties {

  private static final List<String> ELSEWHERE =
      List.of("ARE", "TUR", "HKG", "MYS", "SGP", "CHN", "GEO", "KAZ", "UZB", "PAK", "DEU");
  private static final List<String> SHIPS =
      List.of("QUIET MERIDIAN", "AMBER FATHOM", "LARK OF THE NARROWS");

  private final Refusal refusal;
  private final String owner;
  private final Country destination;
  private final Chance chance;

  Parties(Refusal refusal, String owner, Country destination) {
    this.refusal = refusal;
    this.owner = owner;
    this.destination = destination;
    this.chance = new Chance("parties/" + refusal.group());
  }

  ArrayNode all(Act act) {
    var parties = DemoFiles.JSON.createArrayNode();
    var size = chance.of(List.of(1, 1, 1, 2, 2, 2, 2, 3, 3, 3));
    parties.add(endUser(size == 1 && chance.percent(60)));
    if (size > 1) {
      parties.add(consignee());
    }
    if (size > 2 || act.authorisationType().equals("BROKERING")) {
      parties.add(helper(act));
    }
    if (act.authorisationType().equals("TRANSIT") && chance.percent(60)) {
      parties.add(ship());
    }
    return parties;
  }

  private ObjectNode endUser(boolean alsoConsignee) {
    var roles = alsoConsignee ? List.of("END_USER", "CONSIGNEE") : List.of("END_USER");
    var military = refusal.ratings().stream().anyMatch(Rating::isMilitary);
    var number = chance.below(Invention.POOL);
    var invention =
        chance.percent(military ? 35 : 4)
            ? Invention.body(destination, number)
            : chance.percent(military ? 12 : 3)
                ? Invention.person(destination, number)
                : Invention.organisation(destination, number);
    return party(invention, roles);
  }

  private ObjectNode consignee() {
    var near = chance.percent(70);
    var country = near ? destination : elsewhere();
    return party(
        Invention.organisation(country, chance.below(Invention.POOL)),
        List.of(near ? "CONSIGNEE" : "INTERMEDIATE_CONSIGNEE"));
  }

  private ObjectNode helper(Act act) {
    var role =
        act.authorisationType().equals("BROKERING")
            ? "BROKER"
            : chance.of(List.of("AGENT", "AGENT", "INTERMEDIATE_CONSIGNEE", "THIRD_PARTY"));
    var country = chance.percent(60) ? elsewhere() : destination;
    var number = chance.below(Invention.POOL);
    var person = !role.equals("INTERMEDIATE_CONSIGNEE") && chance.percent(35);
    return party(
        person ? Invention.person(country, number) : Invention.organisation(country, number),
        List.of(role));
  }

  private ObjectNode ship() {
    var ship = DemoFiles.JSON.createObjectNode();
    ship.putArray("roles").add("THIRD_PARTY");
    ship.put("kind", "VESSEL");
    ship.putArray("names")
        .addObject()
        .put("text", chance.of(SHIPS))
        .put("type", "PRIMARY")
        .put("lang", "en");
    ship.put("country", "LBR");
    ship.putArray("identifiers")
        .addObject()
        .put("scheme", "IMO")
        .put("value", Identifiers.imo(chance));
    return ship;
  }

  private Country elsewhere() {
    var choices =
        ELSEWHERE.stream()
            .filter(code -> !code.equals(owner) && !code.equals(destination.alpha3()))
            .toList();
    return Country.coded(chance.of(choices));
  }

  private ObjectNode party(Invention invention, List<String> roles) {
    var party = DemoFiles.JSON.createObjectNode();
    roles.forEach(party.putArray("roles")::add);
    party.put("kind", invention.kind());
    party.set("names", Names.of(invention, chance));
    party.put("country", invention.country().alpha3());
    if (!invention.kind().equals("GOVERNMENT_BODY") && chance.percent(35)) {
      party.set("identifiers", Identifiers.of(invention));
    }
    if (chance.percent(55)) {
      party.set("address", address(invention));
    }
    return party;
  }

  static ObjectNode address(Invention invention) {
    var address = DemoFiles.JSON.createObjectNode();
    var street = invention.street();
    if (!invention.country().style().isLatin()) {
      address
          .putArray("raw")
          .addObject()
          .put("lang", invention.country().style().lang())
          .put("text", street.original())
          .put("status", "authentic");
    }
    return address.put("street", street.latin()).put("locality", invention.city().latin());
  }
}
