package org.registan.bench;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.registan.access.Policy;
import org.registan.demo.FrontDoor;
import org.registan.kernel.Json;
import org.registan.stand.Cast;
import org.registan.stand.Onboarding;
import org.registan.stand.Stand;

/**
 * Seven participants, the policies of the six states among them, and a few hundred denials, all
 * through the public API; the denials are the demonstration's.
 */
final class Population {

  private static final Map<String, String> NEXT =
      Map.of("PAK", "KGZ", "KAZ", "TKM", "UZB", "MNG", "KGZ", "KAZ", "TKM", "UZB", "MNG", "PAK");

  /** Of these the newcomers have every other denial. */
  private static final Map<String, String> OTHERS =
      Map.of("PAK", "KGZ", "KAZ", "TKM", "UZB", "MNG");

  private static final String COMMITTEE = "UN1540";

  private final Stand stand;
  private final URI application;
  private final FrontDoor door;

  Population(Stand stand, URI application) {
    this.stand = stand;
    this.application = application;
    var tokens = stand.tokens();
    this.door =
        new FrontDoor(application, (participant, role) -> tokens.of(participant, role).access());
  }

  void enter(int denials) throws InterruptedException {
    var onboarding = new Onboarding(application, stand);
    onboarding.run();
    for (var newcomer : Cast.newcomers().participants()) {
      stand.join(newcomer);
      onboarding.enter(newcomer);
    }
    NEXT.forEach((owner, friend) ->
        door.adopt(owner, Json.tree(owner.equals("PAK") ? outline() : policy(friend))));
    door.notifyAll(some(denials));
  }

  private static List<FrontDoor.Draft> some(int denials) {
    var all = FrontDoor.drafts(LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC)), OTHERS);
    return IntStream.range(0, denials)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / denials)))
        .toList();
  }

  /** A draft of a state without natural persons, as many may be made of it. */
  static com.fasterxml.jackson.databind.JsonNode draft(String owner) {
    var draft =
        FrontDoor.drafts(LocalDate.now(Clock.systemUTC()), OTHERS).stream()
            .filter(it -> it.owner().equals(owner))
            .map(FrontDoor.Draft::content)
            .filter(it -> !it.has("releasableTo") && !it.has("regimeSourced"))
            .filter(it -> it.at("/label/tlp").asText().equals("AMBER"))
            .filter(it ->
                it.path("parties")
                    .valueStream()
                    .noneMatch(party -> party.path("kind").asText().equals("PERSON")))
            .findFirst()
            .orElseThrow();
    draft.remove("nationalReference");
    return Json.parse(draft.toString());
  }

  /** All states have the outline, the committee too; nobody what concerns itself. */
  static Policy outline() {
    return Json.to(
        Json.parse("{\"rules\":[" + permit("CORE", "") + "," + NOT_ITSELF + "]}"), Policy.class);
  }

  /** The same and for one state the detail. */
  private static Policy policy(String friend) {
    return Json.to(
        Json.parse(
            "{\"rules\":[%s,{\"effect\":\"PERMIT\",\"level\":\"DETAIL\",\"to\":{\"participants\":[\"%s\"]}},%s]}"
                .formatted(permit("CORE", ""), friend, NOT_ITSELF)),
        Policy.class);
  }

  /** All have the detail of denials to these destinations; of all when there is none. */
  static Policy detail(List<String> destinations) {
    var when =
        destinations.isEmpty()
            ? ""
            : ",\"when\":[{\"attribute\":\"destination\",\"in\":%s}]"
                .formatted(Json.write(destinations));
    return Json.to(
        Json.parse(
            "{\"rules\":[%s,%s,%s]}"
                .formatted(permit("CORE", ""), permit("DETAIL", when), NOT_ITSELF)),
        Policy.class);
  }

  private static String permit(String level, String when) {
    return ("{\"effect\":\"PERMIT\",\"level\":\"%s\","
            + "\"to\":{\"everyone\":true,\"participants\":[\"%s\"]}%s}")
        .formatted(level, COMMITTEE, when);
  }

  private static final String NOT_ITSELF = forbid("destination") + "," + forbid("partyCountry");

  private static String forbid(String attribute) {
    return ("{\"effect\":\"FORBID\",\"to\":{\"everyone\":true},"
            + "\"when\":[{\"attribute\":\"%s\",\"isRecipient\":true}]}")
        .formatted(attribute);
  }
}
