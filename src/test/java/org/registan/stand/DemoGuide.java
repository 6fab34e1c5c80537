package org.registan.stand;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** What the demo says when it is ready: where all is, who can log in, what to try first. */
final class DemoGuide {
  private final Stand stand;
  private final DemoFiles files;

  DemoGuide(Stand stand, DemoFiles files) {
    this.stand = stand;
    this.files = files;
  }

  void print(PrintStream out, Duration taken) {
    String url = stand.applicationUrl();
    out.printf("%nRegistan is ready after %d s.%n%n", taken.toSeconds());
    out.printf("  start page   %s/%n", url);
    out.printf("  API          %s/v1, contract at %s/openapi%n", url, url);
    out.printf("  identity     %s%n", stand.identityProvider().hub());
    out.printf("  everything   %s (addresses, users, clients)%n%n", near(files.description()));
    out.printf("Log in at the start page, for example as%n%n");
    for (Cast.Member member : Cast.read().participants()) {
      if (member.kind() != Kind.OPERATOR) {
        Cast.Person person = member.people().getFirst();
        out.printf(
            "  %-7s %-11s %-20s %s%n",
            member.code(), person.role(), person.username(), files.password(member, person));
      }
    }
    String token = near(files.token());
    out.printf("%nThree calls to try, from the checkout, in another terminal:%n%n");
    call(out, token + " PAK officer", url + "/v1/me");
    call(out, token + " KAZ machine-read", url + "/v1/changes?limit=3");
    call(out, token + " UZB officer", url + "/v1/denials?owner=PAK&limit=1");
    out.printf("%nLet a state join: %s kgz (or tkm, mng)%n", near(files.addAState()));
    out.printf("%nCtrl-C stops all of it. The demonstration data is being loaded now.%n%n");
  }

  private static void call(PrintStream out, String token, String url) {
    out.printf("  curl -s -H \"Authorization: Bearer $(%s)\" '%s'%n", token, url);
  }

  private static String near(Path file) {
    return Checkout.root().relativize(file).toString();
  }
}
