package org.registan.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.registan.oracle.Notice.Status;

/**
 * The platform as a naive model: what acts leave behind, with nothing between an act and its
 * effect.
 */
final class World {

  private final Map<String, Member> members = new TreeMap<>();
  private final Map<String, Adopted> inForce = new TreeMap<>();
  private final Set<String> stopped = new TreeSet<>();
  private final Set<String> reviewing = new TreeSet<>();
  private final Map<String, List<Notice>> notices = new LinkedHashMap<>();
  private final List<OneOff> oneOffs = new ArrayList<>();

  World(Collection<Member> members) {
    members.forEach(each -> this.members.put(each.code(), each));
  }

  World copy() {
    var copy = new World(members.values());
    copy.inForce.putAll(inForce);
    copy.stopped.addAll(stopped);
    copy.reviewing.addAll(reviewing);
    notices.forEach((name, versions) -> copy.notices.put(name, new ArrayList<>(versions)));
    copy.oneOffs.addAll(oneOffs);
    return copy;
  }

  void apply(Act act) {
    switch (act) {
      case Act.Draft it -> begin(Notice.drafted(it.record(), it.owner(), it.content()));
      case Act.Import it -> begin(Notice.drafted(it.record(), it.owner(), it.content()));
      case Act.Notify it -> change(it.record(), notice -> term(notice.notified()));
      case Act.Amend it -> change(it.record(), notice -> notice.amended(it.content()));
      case Act.Renew it ->
          change(it.record(), notice -> term(notice.said("renewal", text(it.text()))));
      case Act.Suspend it -> change(it.record(), notice -> notice.suspended(text(it.text())));
      case Act.Assess it -> change(it.record(), notice -> assessed(notice, it));
      case Act.Lapse it -> {
        change(it.record(), Notice::notified);
        change(it.record(), notice -> notice.become(Status.LAPSED));
      }
      case Act.Revoke it -> change(it.record(), notice -> revoked(notice, it));
      case Act.WithdrawInError it ->
          change(
              it.record(),
              notice -> notice.ended(Status.ISSUED_IN_ERROR, saying("reason", it.text())));
      case Act.Erase it -> versions(it.record()).add(Erased.from(versions(it.record())));
      case Act.Retire it -> versions(it.record()).add(Erased.from(versions(it.record())));
      case Act.Hold it -> change(it.record(), notice -> notice.holding(true));
      case Act.Lift it -> change(it.record(), notice -> notice.holding(false));
      case Act.Challenge _ -> {}
      case Act.Release it -> oneOffs.add(it.oneOff());
      case Act.EndOneOff it -> oneOffs.remove(it.oneOff());
      case Act.Adopt it ->
          inForce.put(it.owner(), new Adopted(it.policy(), Facts.of(members.values())));
      case Act.Regroup it ->
          inForce.computeIfPresent(
              it.owner(), (_, adopted) -> adopted.regrouped(it.group(), it.members()));
      case Act.Term it when it.review() -> reviewing.add(it.owner());
      case Act.Term it -> reviewing.remove(it.owner());
      case Act.Stop it -> stopped.add(it.owner());
      case Act.Restart it -> stopped.remove(it.owner());
      case Act.Enter it -> members.put(it.member().code(), it.member());
    }
  }

  private void begin(Notice notice) {
    notices.put(notice.name(), new ArrayList<>(List.of(notice)));
  }

  /** With a new term, as its owner ends them now. */
  private Notice term(Notice notice) {
    return notice.due(reviewing.contains(notice.owner()) ? "reviewDue" : "validUntil");
  }

  private static Notice revoked(Notice notice, Act.Revoke act) {
    ObjectNode saying = saying("reason", act.reason());
    return notice.ended(
        Status.REVOKED, act.text().isEmpty() ? saying : saying.put("text", act.text()));
  }

  private static Notice assessed(Notice notice, Act.Assess act) {
    Notice assessed =
        notice.said("finalAssessment", text(act.text()).put("outcome", act.outcome()));
    return act.outcome().equals("LIFTED") ? assessed.become(Status.REVOKED) : assessed;
  }

  private static ObjectNode text(String text) {
    return text.isEmpty() ? JsonNodeFactory.instance.objectNode() : saying("text", text);
  }

  private static ObjectNode saying(String member, String value) {
    return JsonNodeFactory.instance.objectNode().put(member, value);
  }

  private void change(String record, UnaryOperator<Notice> how) {
    List<Notice> versions = versions(record);
    versions.add(how.apply(versions.getLast()));
  }

  /** All that a notice ever was, the latest last. */
  List<Notice> versions(String record) {
    return Objects.requireNonNull(notices.get(record), record);
  }

  Notice notice(String record) {
    return versions(record).getLast();
  }

  List<Notice> notices() {
    return notices.values().stream().map(List::getLast).toList();
  }

  List<OneOff> oneOffs() {
    return List.copyOf(oneOffs);
  }

  Collection<Member> members() {
    return List.copyOf(members.values());
  }

  Set<String> stopped() {
    return Set.copyOf(stopped);
  }

  /** The owners whose denials are due for review instead of lapsing. */
  Set<String> reviewing() {
    return Set.copyOf(reviewing);
  }

  Optional<Adopted> inForce(String owner) {
    return Optional.ofNullable(inForce.get(owner));
  }

  Situation situation(String record, String recipient, Instant asOf) {
    Notice notice = notice(record);
    return new Situation(
        notice.owner(),
        recipient,
        record,
        notice.draft(),
        notice.held(),
        members(),
        Map.copyOf(inForce),
        stopped(),
        oneOffs(),
        asOf);
  }

  /**
   * The version number that a view must carry: how many different documents its level has had.
   * Holding is no matter of what a recipient's level shows, so this is for recipients only.
   */
  int version(String record, Level level) {
    List<Notice> released = versions(record).stream().filter(Notice::released).toList();
    int version = released.isEmpty() ? 0 : 1;
    for (int i = 1; i < released.size(); i++) {
      version += Expected.differ(released.get(i - 1), released.get(i), level) ? 1 : 0;
    }
    return version;
  }

  /** What a participant must get of a record now; drafts are the owner's alone. */
  Level level(Interpreter interpreter, String record, String recipient, Instant asOf) {
    Notice notice = notice(record);
    return notice.released() || notice.owner().equals(recipient)
        ? interpreter.level(situation(record, recipient, asOf))
        : Level.NONE;
  }
}
