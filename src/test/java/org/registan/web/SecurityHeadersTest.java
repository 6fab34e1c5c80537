package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every answer tells a browser what it may not do with it. */
class SecurityHeadersTest {

  private static final String CSP = "Content-Security-Policy";

  private final SecurityHeaders headers = new SecurityHeaders("https://id.registan.gov.pk");

  @Test
  void dataRunsNothingAndIsNotKept() {
    assertThat(headers.of("/v1/denials", true))
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry(
            CSP, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  }

  @Test
  void onlyWhatCameEncryptedIsToldToComeSoAlways() {
    assertThat(headers.of("/v1/me", true)).containsKey("Strict-Transport-Security");
    assertThat(headers.of("/v1/me", false)).doesNotContainKey("Strict-Transport-Security");
  }

  @Test
  void onlyTheContractsPagesRunScriptsAndSpeakToTheHub() {
    assertThat(headers.of("/docs", true).get(CSP))
        .contains("script-src 'self';", "connect-src 'self' https://id.registan.gov.pk;");
    for (var path : new String[] {"/", "/console", "/console/callback", "/docsx", "/v1/docs"}) {
      assertThat(headers.of(path, true).get(CSP))
          .doesNotContain("script-src", "unsafe", "id.registan");
    }
  }

  @Test
  void nobodyFramesAnything() {
    for (var path : new String[] {"/", "/docs", "/docs/back", "/v1/me", "-"}) {
      assertThat(headers.of(path, false).get(CSP)).contains("frame-ancestors 'none'");
    }
  }
}
