package org.registan.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigInteger;

/**
 * Registration numbers in the right form, with right check digits where the scheme has them, from
 * ranges that no register gives out.
 */
final class Identifiers {

  private static final int[] INN_WEIGHTS = {2, 4, 10, 3, 5, 9, 4, 6, 8};

  private Identifiers() {}

  static ArrayNode of(Invention invention) {
    var country = invention.country().alpha3();
    var chance =
        new Chance("identifier/" + country + "/" + invention.kind() + "/" + invention.number());
    var identifiers = DemoFiles.JSON.createArrayNode();
    if (invention.kind().equals("PERSON")) {
      add(identifiers, "PASSPORT", "ZZ0" + chance.digits(6));
      return identifiers;
    }
    switch (country) {
      case "KAZ" -> add(identifiers, "BIN", "0000" + chance.digits(8));
      case "RUS" -> add(identifiers, "INN", inn("00" + chance.digits(7)));
      case "UZB" -> add(identifiers, "INN", "000" + chance.digits(6));
      case "PAK" -> add(identifiers, "NTN", "99" + chance.digits(5) + "-0");
      default -> {
        if (chance.percent(30)) {
          add(identifiers, "TAX_ID", "000" + chance.digits(7));
        } else {
          add(identifiers, "REGISTRATION_NO", country + "-00" + chance.digits(5));
        }
      }
    }
    if (chance.percent(12)) {
      add(identifiers, "LEI", lei("000000" + country + chance.digits(9)));
    }
    return identifiers;
  }

  /** A ship's number: IMO numbers in use do not begin with 0. */
  static String imo(Chance chance) {
    var digits = "0" + chance.digits(5);
    var sum = 0;
    for (var i = 0; i < 6; i++) {
      sum += (7 - i) * (digits.charAt(i) - '0');
    }
    return digits + sum % 10;
  }

  private static String inn(String nine) {
    var sum = 0;
    for (var i = 0; i < 9; i++) {
      sum += INN_WEIGHTS[i] * (nine.charAt(i) - '0');
    }
    return nine + sum % 11 % 10;
  }

  /** ISO 17442: 18 characters and two check digits of ISO 7064 MOD 97-10. */
  private static String lei(String eighteen) {
    var digits = new StringBuilder();
    (eighteen + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
    var rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    return eighteen + String.format("%02d", 98 - rest);
  }

  private static void add(ArrayNode identifiers, String scheme, String value) {
    identifiers.addObject().put("scheme", scheme).put("value", value);
  }
}
