package org.registan.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Contents;
import org.registan.ledger.Erasures;
import org.registan.ledger.Previews;
import org.registan.record.Act;
import org.registan.record.Moment;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.record.Retentions;
import org.registan.record.Row;
import org.registan.record.Terms;

/** Proposals of acts on records, of any kind: {@code denial.notify}, {@code denial.lift}. */
@ApplicationScoped
class RecordProposals implements ProposalType {

  private final RecordTypes types;
  private final Acts acts;
  private final Contents contents;
  private final Erasures erasures;
  private final Previews previews;
  private final Terms terms;
  private final Retentions retentions;
  private final Database database;

  RecordProposals(
      RecordTypes types,
      Acts acts,
      Contents contents,
      Erasures erasures,
      Previews previews,
      Terms terms,
      Retentions retentions,
      Database database) {
    this.types = types;
    this.acts = acts;
    this.contents = contents;
    this.erasures = erasures;
    this.previews = previews;
    this.terms = terms;
    this.retentions = retentions;
    this.database = database;
  }

  static String type(RecordType type, String act) {
    return type.name() + "." + act;
  }

  @Override
  public boolean handles(String type) {
    return types.find(kind(type)).isPresent();
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var type = types.named(kind(proposal.type()));
    if (isErasure(type, proposal)) {
      return isKeptLonger(handle, type, proposal)
          ? Json.object().put("stale", true)
          : erasures.effect(handle, proposal.owner(), type, named(proposal));
    }
    var moment = contents.moment(handle, proposal.owner(), type);
    var effect =
        previews.of(
            handle,
            proposal.owner(),
            type,
            named(proposal),
            change(handle, type, proposal, moment));
    act(type, proposal)
        .map(it -> type.unfinished(handle, it, proposal.recordId()))
        .filter(it -> !it.isEmpty() && !effect.has("stale"))
        .ifPresent(it -> effect.putArray("unfinished").addAll(it));
    return effect;
  }

  /** Whether its time, which had come when the platform proposed it, was put off since. */
  private boolean isKeptLonger(Handle handle, RecordType type, Proposal proposal) {
    if (!Actor.isPlatform(proposal.proposedBy())) {
      return false;
    }
    var moment = contents.moment(handle, proposal.owner(), type);
    var proposed = LocalDate.ofInstant(proposal.proposedAt(), ZoneOffset.UTC);
    var day = proposed.isAfter(moment.today()) ? proposed : moment.today();
    var latest = day.minusYears(moment.term().retentionYears());
    return retentions.ended(handle, proposal.recordId()).filter(latest::isBefore).isPresent();
  }

  /** Whoever set for how long persons' data are kept has them erased by a second person. */
  @Override
  public Optional<String> behind(Handle handle, Proposal proposal) {
    var type = types.named(kind(proposal.type()));
    return isErasure(type, proposal) && Actor.isPlatform(proposal.proposedBy())
        ? terms.changedBy(handle, proposal.owner(), type.name())
        : Optional.empty();
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    var type = types.named(kind(proposal.type()));
    database.run(handle -> {
      acts.begin(handle, proposal.owner(), type);
      claim.accept(handle);
      if (isErasure(type, proposal)) {
        erasures.carryOut(handle, approver, type, named(proposal), proposal.reason());
        return;
      }
      act(type, proposal)
          .ifPresentOrElse(
              act ->
                  acts.carryOut(
                      handle,
                      approver,
                      type,
                      named(proposal),
                      act,
                      new Acts.Request(proposal.content(), proposal.reason())),
              () -> acts.hold(handle, approver, type, named(proposal), false, proposal.reason()));
    });
  }

  private static boolean isErasure(RecordType type, Proposal proposal) {
    return proposal.type().equals(type(type, Act.ERASE));
  }

  private static UnaryOperator<Row> change(
      Handle handle, RecordType type, Proposal proposal, Moment moment) {
    return row ->
        act(type, proposal)
            .map(it -> type.completed(handle, it, row).after(it, proposal.content(), moment))
            .orElseGet(() -> row.holding(false));
  }

  /** The act proposed; nothing when it is to lift a hold. */
  private static Optional<Act> act(RecordType type, Proposal proposal) {
    return type.acts().stream()
        .filter(it -> type(type, it.name()).equals(proposal.type()))
        .findFirst();
  }

  private static Acts.Named named(Proposal proposal) {
    return new Acts.Named(proposal.recordId(), proposal.recordTag());
  }

  private static String kind(String type) {
    var dot = type.indexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }
}
