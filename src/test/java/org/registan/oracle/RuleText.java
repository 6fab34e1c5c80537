package org.registan.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules as the cases write them, such as {@code limit to CORE to KAZ, everyone when label in GREEN
 * and destination is recipient}.
 */
final class RuleText {

  private static final Pattern RULE =
      Pattern.compile("(permit|limit to|forbid)( [A-Z]+)? to (.+?)(?: when (.+))?");
  private static final Pattern OF_RECORD =
      Pattern.compile("(\\w+) (in|not in|is recipient|is not recipient)(?: (.+))?");
  private static final Pattern OF_RECIPIENT =
      Pattern.compile("recipient's (regime|adherence|group) (in|not in) (.+)");
  private static final Pattern RECIPROCITY = Pattern.compile("reciprocity at ([A-Z]+)");

  private RuleText() {}

  static ObjectNode rule(String text) {
    Matcher parts = match(RULE, text);
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.put("effect", parts.group(1).replace(" to", "").toUpperCase(Locale.ROOT));
    if (parts.group(2) != null) {
      rule.put("level", parts.group(2).strip());
    }
    ObjectNode to = rule.putObject("to");
    list(parts.group(3)).forEach(each -> addressee(to, each));
    if (parts.group(4) != null) {
      for (String condition : parts.group(4).split(" and ", -1)) {
        rule.withArray("when").add(condition(condition.strip()));
      }
    }
    return rule;
  }

  private static void addressee(ObjectNode to, String text) {
    if (text.equals("everyone")) {
      to.put("everyone", true);
    } else if (text.startsWith("group ")) {
      to.withArray("groups").add(text.substring("group ".length()));
    } else {
      to.withArray("participants").add(text);
    }
  }

  private static ObjectNode condition(String text) {
    ObjectNode condition = JsonNodeFactory.instance.objectNode();
    Matcher reciprocity = RECIPROCITY.matcher(text);
    Matcher ofRecipient = OF_RECIPIENT.matcher(text);
    if (reciprocity.matches()) {
      return condition.put("reciprocity", reciprocity.group(1));
    }
    if (ofRecipient.matches()) {
      condition.put("recipient", ofRecipient.group(1));
      return values(condition, ofRecipient.group(2), ofRecipient.group(3));
    }
    Matcher ofRecord = match(OF_RECORD, text);
    condition.put("attribute", ofRecord.group(1));
    if (ofRecord.group(2).endsWith("recipient")) {
      return condition.put("isRecipient", ofRecord.group(2).equals("is recipient"));
    }
    return values(condition, ofRecord.group(2), ofRecord.group(3));
  }

  private static ObjectNode values(ObjectNode condition, String operator, String values) {
    var array = condition.putArray(operator.equals("in") ? "in" : "notIn");
    list(values).forEach(array::add);
    return condition;
  }

  static List<String> list(String text) {
    return text.equals("nobody") ? List.of() : List.of(text.strip().split("\\s*,\\s*", -1));
  }

  static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("cannot read: " + text);
    }
    return matcher;
  }
}
