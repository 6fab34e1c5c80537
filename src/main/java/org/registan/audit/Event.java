package org.registan.audit;

import java.util.List;
import java.util.Map;
import org.registan.kernel.Actor;

/**
 * Something that was read or done.
 *
 * @param name such as {@code record.read} or {@code denial.notify}
 * @param toOthers what the logs of the records' other owners call it
 * @param facts coded particulars, for the actor's own log alone
 * @param texts free text, which enters the actor's own log as a commitment
 */
public record Event(
    String name,
    String toOthers,
    Actor actor,
    List<Mention> records,
    Map<String, String> facts,
    Map<String, String> texts) {

  private static final String READ = "record.read";

  public Event {
    records = List.copyOf(records);
    facts = Map.copyOf(facts);
    texts = Map.copyOf(texts);
  }

  public Event(
      String name,
      Actor actor,
      List<Mention> records,
      Map<String, String> facts,
      Map<String, String> texts) {
    this(name, name, actor, records, facts, texts);
  }

  public static Event read(String name, Actor actor, List<Mention> records) {
    return new Event(name, actor, records, Map.of(), Map.of());
  }

  public static Event act(String name, Actor actor, Mention record, String reason) {
    return new Event(name, actor, List.of(record), Map.of(), Map.of("reason", reason));
  }

  /** Something was asked for by a name that the actor's own words may be in, and not given. */
  public static Event refused(String name, Actor actor, String type, String asked) {
    return new Event(name, actor, List.of(), Map.of("type", type), Map.of("asked", asked));
  }

  /**
   * Records were read for something of one's own that is not told yet: their owners learn that they
   * were read, and not for what.
   */
  public static Event readFor(
      String name, Actor actor, List<Mention> records, Map<String, String> facts) {
    return new Event(name, READ, actor, records, facts, Map.of());
  }

  public static Event administration(String name, Actor actor, Map<String, String> facts) {
    return new Event(name, actor, List.of(), facts, Map.of());
  }
}
