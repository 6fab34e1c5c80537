package org.registan.challenge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.approval.Desk;
import org.registan.database.Database;
import org.registan.denial.Challenges;
import org.registan.kernel.Actor;
import org.registan.kernel.Role;
import org.registan.stand.StandResource;
import org.registan.web.Problem;

/** What a challenger still saw when it was claimed may be taken back before it is challenged. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class OvertakenTest {

  private static final Actor RELEASER =
      new Actor("KAZ", "CRI", Set.of(Role.RELEASER), "someone", null);

  @Inject ChallengeProposals challenges;
  @Inject Desk desk;
  @Inject Database database;

  @Test
  void whatIsTakenBackWhileItsChallengeIsApprovedIsNotChallengedAndTheProposalStays() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"));
    var path = notified("PAK", draft("AFG"));
    var record = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    var opened = Challenges.proposed("KAZ", path, Challenges.wrongFirm()).header("Location");
    var proposal =
        database.act(handle -> desk.about(handle, "KAZ", record, "challenge.denial")).getFirst();

    assertThatThrownBy(() ->
            challenges.carryOut(proposal, RELEASER, claim -> policy("PAK", permit("CORE", "UZB"))))
        .isInstanceOf(Problem.class)
        .hasMessage(Desk.stale().getMessage());

    As.the("KAZ", "officer").get(opened).then().body("state", equalTo("OPEN"));
    Challenges.seen("PAK", path).body("items", empty());
  }
}
