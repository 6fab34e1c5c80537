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
    for (int i = 0; i < entry.path("regimes").size(); i++) {
      if (!codes.takes("regimes", entry.path("regimes").path(i).asText())) {
        faults.add(Fault.at("/regimes/" + i, "is not in code list regimes"));
      }
    }
    authority(faults, before, entry.path("agencies"));
    return faults;
  }

  /** Which agency decides for the whole participant is settled when it enters, not by us later. */
  private static void authority(
      List<Fault> faults, Optional<Participant> before, JsonNode agencies) {
    int national = 0;
    var ids = new HashSet<String>();
    for (int i = 0; i < agencies.size(); i++) {
      var claimed = agencies.path(i).path("nationalAuthority").asBoolean();
      var id = agencies.path(i).path("id").asText();
      var is = before.flatMap(it -> it.agency(id)).map(Participant.Agency::nationalAuthority);
      national += claimed ? 1 : 0;
      if (!ids.add(id)) {
        faults.add(Fault.at("/agencies/" + i + "/id", "is there twice"));
      }
      if (before.isPresent() && is.orElse(false) != claimed) {
        faults.add(
            Fault.at("/agencies/" + i + "/nationalAuthority", "is not for the operator to change"));
      }
    }
    if (before.isEmpty() && national != 1) {
      faults.add(Fault.at("/agencies", "must name exactly one national authority"));
    }
  }
}
