package org.registan.challenge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.registan.kernel.Json;

/** A challenge as one of the two sees it. */
final class ChallengeView {

  private ChallengeView() {}

  static ObjectNode of(Challenge.Standing standing, String reader) {
    var challenge = standing.challenge();
    var view =
        Json.object()
            .put("id", challenge.id().toString())
            .put("recordType", standing.type())
            .put("record", challenge.record().toString())
            .put("reference", standing.reference());
    view.putObject("challenger")
        .put("participant", challenge.challenger())
        .put("agency", challenge.challengerAgency());
    view.put("ground", challenge.ground());
    if (challenge.text() != null) {
      view.put("text", challenge.text());
    }
    view.put("disclosure", challenge.level().name())
        .put("version", challenge.version())
        .put("raisedAt", challenge.raisedAt().toString());
    view.set("due", Json.tree(challenge.due()));
    view.put("state", standing.state().name());
    var answer = challenge.answer();
    if (answer != null && (reader.equals(challenge.owner()) || standing.showsAnswer())) {
      view.putObject("answer").put("text", answer.text()).put("at", answer.at().toString());
    }
    return view;
  }
}
