package org.registan.administration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.registan.codes.CodeLists;
import org.registan.participant.Participant;
import org.registan.web.Fault;

/** What keeps an entry from standing in the register of participants. */
record ParticipantCheck(List<Participant> known, CodeLists codes) {

  List<Fault> faults(String code, JsonNode entry) {
    var faults = new ArrayList<Fault>();
    var kind = entry.path("kind").asText();
    var provider = entry.path("provider").asText();
    var state = kind.equals(Participant.Kind.STATE.name());
    if (!code.matches("[A-Z][A-Z0-9]{2,11}") || state != codes.takes("countries", code)) {
      faults.add(Fault.in("code", "is not the code of such a participant"));
    }
    var before = known.stream().filter(it -> it.code().equals(code)).findFirst();
    if (before.isPresent() && !before.get().kind().name().equals(kind)) {
      faults.add(Fault.at("/kind", "cannot be changed"));
    }
    if (before.isPresent() && !before.get().provider().equals(provider)) {
      faults.add(Fault.at("/provider", "cannot be changed"));
    }
    if (known.stream().anyMatch(it -> !it.code().equals(code) && it.provider().equals(provider))) {
      faults.add(Fault.at("/provider", "is another participant's"));
    }
    if (!ZoneId.getAvailableZoneIds().contains(entry.path("timeZone").asText())) {
      faults.add(Fault.at("/timeZone", "is not an IANA time zone"));
    }
    regimes(faults, entry.path("regimes"));
    agencies(faults, before, entry.path("agencies"));
    return faults;
  }

  private void regimes(List<Fault> faults, JsonNode regimes) {
    var named = new HashSet<String>();
    for (int i = 0; i < regimes.size(); i++) {
      var regime = regimes.path(i).path("regime").asText();
      if (!codes.takes("regimes", regime)) {
        faults.add(Fault.at("/regimes/" + i + "/regime", CodeLists.notIn("regimes")));
      } else if (!named.add(regime)) {
        faults.add(Fault.at("/regimes/" + i + "/regime", "is named already"));
      }
    }
  }

  /** Once a participant has entered, its agencies are its own; we may bring in another, no more. */
  private static void agencies(
      List<Fault> faults, Optional<Participant> before, JsonNode agencies) {
    int national = 0;
    var ids = new HashSet<String>();
    for (int i = 0; i < agencies.size(); i++) {
      var agency = agencies.path(i);
      var claimed = agency.path("nationalAuthority").asBoolean();
      var known = before.flatMap(it -> it.agency(agency.path("id").asText()));
      national += claimed ? 1 : 0;
      if (!ids.add(agency.path("id").asText())) {
        faults.add(Fault.at("/agencies/" + i + "/id", "is there twice"));
      }
      if (before.isPresent()
          && known.map(Participant.Agency::nationalAuthority).orElse(false) != claimed) {
        faults.add(
            Fault.at("/agencies/" + i + "/nationalAuthority", "is not for the operator to change"));
      } else if (known.isPresent() && !known.get().isCalled(agency)) {
        faults.add(Fault.at("/agencies/" + i, "is not for the operator to change"));
      }
    }
    if (before.isEmpty() && national != 1) {
      faults.add(Fault.at("/agencies", "must name exactly one national authority"));
    }
  }
}
