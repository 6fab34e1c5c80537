package org.registan.rights;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.registan.As;

/** Who stands for a role in the table of rights, and whose things are its own or another's. */
public record Caller(String participant, String role) {

  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "expert", "UN1540",
          "committee", "UN1540",
          "secretariat", "UN1540",
          "operator", "OPS",
          "machine-read", "KAZ");

  public static Caller in(String role) {
    return new Caller(ELSEWHERE.getOrDefault(role, "PAK"), role);
  }

  /** The participant whose thing {@code own} or {@code other} means for this caller. */
  String owner(String thing) {
    if (thing.equals("own")) {
      return participant;
    }
    return participant.equals("KAZ") ? "PAK" : "KAZ";
  }

  public RequestSpecification request() {
    return role.equals("anonymous") ? As.nobody() : As.the(participant, role);
  }
}
