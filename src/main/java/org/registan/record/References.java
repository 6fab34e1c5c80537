package org.registan.record;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * References such as {@code PAK-2026-7KQ4M2G}: owner, year, six random characters of Crockford's
 * base 32, and an ISO 7064 MOD 37,36 check character over all of them. Never a running number.
 */
public final class References {

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Pattern FORM =
      Pattern.compile("([A-Z][A-Z0-9]{2,11})-([0-9]{4})-([0-9A-HJKMNP-TV-Z]{6})([0-9A-Z])");
  private static final SecureRandom RANDOM = new SecureRandom();

  private References() {}

  public static String random(String owner, int year) {
    var body = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      body.append(CROCKFORD.charAt(RANDOM.nextInt(CROCKFORD.length())));
    }
    return "%s-%d-%s%s".formatted(owner, year, body, check(owner + year + body));
  }

  /** The owner that a reference names, when its check character is right. */
  public static Optional<String> owner(String reference) {
    var form = FORM.matcher(reference);
    return form.matches()
            && form.group(4).charAt(0) == check(form.group(1) + form.group(2) + form.group(3))
        ? Optional.of(form.group(1))
        : Optional.empty();
  }

  /** ISO 7064 MOD 37,36. */
  static char check(String text) {
    int p = 36;
    for (int i = 0; i < text.length(); i++) {
      int sum = (p + ALPHANUMERIC.indexOf(text.charAt(i))) % 36;
      p = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return ALPHANUMERIC.charAt((37 - p) % 36);
  }
}
