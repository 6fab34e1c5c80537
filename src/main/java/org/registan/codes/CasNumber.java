package org.registan.codes;

/** The check digit of a CAS Registry Number, which finds a mistyped one; it identifies no goods. */
public final class CasNumber {

  private CasNumber() {}

  /** It ends in the weighted sum of its other digits, from the right, modulo 10. */
  public static boolean holds(String number) {
    var digits = number.replace("-", "");
    int sum = 0;
    for (int i = 0; i < digits.length() - 1; i++) {
      sum += (digits.length() - 1 - i) * Character.digit(digits.charAt(i), 10);
    }
    return sum % 10 == Character.digit(digits.charAt(digits.length() - 1), 10);
  }
}
