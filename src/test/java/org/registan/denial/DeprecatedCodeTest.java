package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registan.codes.Deprecation;
import org.registan.kernel.Json;
import org.registan.record.Ceiling;
import org.registan.record.Labels;
import org.registan.web.Fault;

/** A denial is not written with a code that is deprecated by then. */
class DeprecatedCodeTest {

  private static final LocalDate DAY = LocalDate.of(2027, 7, 1);

  @Test
  void aDeprecatedCodeIsAFaultWhereItStandsFromItsDayOn() {
    assertThat(faults("reason-codes", "R34", DAY.minusDays(1))).isEmpty();
    assertThat(faults("reason-codes", "R34", DAY))
        .extracting(Fault::pointer)
        .containsExactly("/reasonCodes/1");
    assertThat(faults("party-roles", "END_USER", DAY.plusYears(1)))
        .extracting(Fault::pointer)
        .containsExactly("/parties/0/roles/0");
  }

  @Test
  void aCodeOfAnOpenListIsRefusedAsWell() {
    assertThat(faults("authorisation-types", "EXPORT_LICENCE", DAY))
        .extracting(Fault::pointer)
        .containsExactly("/authorisationType");
  }

  private static List<Fault> faults(String list, String code, LocalDate today) {
    var denial = Json.parse(Denials.draft("AFG"), DenialContent.class);
    var lists = Deprecation.of(list, code, DAY);
    return DenialCheck.faults(lists, denial, today, new Labels(lists, new Ceiling("SECRET")));
  }
}
