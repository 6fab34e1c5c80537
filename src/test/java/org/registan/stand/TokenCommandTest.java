package org.registan.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo's token command gives a token, or says in a line why there is none. */
class TokenCommandTest {

  private static final Stand STAND = Stand.current();
  private static final DemoFiles FILES = new DemoFiles(STAND, STAND.state());

  @BeforeAll
  static void theCommandIsThere() throws IOException {
    FILES.writeToken();
  }

  @Test
  void anAgencyOrAUserNameTellsPeopleOfTheSameRoleApart() {
    for (var which : List.of("MOC", "nadia.qureshi")) {
      var outcome = token("PAK", "releaser", which);

      assertThat(outcome.status()).isZero();
      assertThat(outcome.said()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    }
  }

  @Test
  void whoIsNotThereIsSaidInALine() {
    for (var who : List.of("PAK nobody", "XYZ officer", "PAK releaser nobody", "PAK machine-no")) {
      var outcome = token(who.split(" "));

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.said())
          .isEqualTo("nobody in the demo is " + who + ": see .registan/demo.json\n");
    }
  }

  /** Another test may have let it join meanwhile. */
  @Test
  void aStateThatHasNotJoinedIsSaidInALineToo() {
    var outcome = token("TKM", "officer");

    assertThat(outcome.said().lines()).hasSize(1);
    if (outcome.status() != 0) {
      assertThat(outcome.said()).startsWith("TKM officer is not let in; a state has to join first");
    }
  }

  private static DeployScript.Outcome token(String... who) {
    var command = new ArrayList<>(List.of(FILES.token().toString()));
    command.addAll(List.of(who));
    return DeployScript.outcome(new ProcessBuilder(command).redirectErrorStream(true));
  }
}
