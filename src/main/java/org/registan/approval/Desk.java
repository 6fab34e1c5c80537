package org.registan.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.web.Answers;
import org.registan.web.Cursors;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** The releasing officer's desk (DESIGN 7): what is proposed, and what becomes of it. */
@ApplicationScoped
public class Desk {

  private static final ProblemType STALE =
      new ProblemType(
          "proposal-stale",
          409,
          "What it would change has changed since: return or discard it, and propose again");

  private final Proposals proposals;
  private final Tray tray;
  private final FourEyes fourEyes;
  private final Database database;
  private final Audit audit;
  private final Clock clock;

  Desk(
      Proposals proposals,
      Tray tray,
      FourEyes fourEyes,
      Database database,
      Audit audit,
      Clock clock) {
    this.proposals = proposals;
    this.tray = tray;
    this.fourEyes = fourEyes;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** A proposal as it stands, with the entity tag of exactly that. */
  public record Shown(UUID id, String json, String etag) {

    /** The answer to who proposed it: taken in, to be decided by another person. */
    public RestResponse<String> accepted() {
      return Answers.created(202, json, etag, URI.create("/v1/proposals/" + id));
    }
  }

  /** What someone wants done. */
  public record Wish(
      String type,
      String agency,
      @Nullable UUID record,
      @Nullable String recordIfMatch,
      JsonNode content,
      String reason) {}

  /** Opens a proposal; its id. */
  public String propose(Handle handle, Actor actor, Wish wish) {
    var proposal =
        new Proposal(
            UUID.randomUUID(),
            actor.participant(),
            wish.agency(),
            wish.type(),
            Proposal.State.OPEN,
            wish.record(),
            wish.recordIfMatch(),
            wish.content(),
            wish.reason(),
            actor.account(),
            actor.agency(),
            clock.instant(),
            null,
            null,
            null,
            null);
    proposals.add(handle, proposal);
    log(handle, "proposal.open", actor, proposal);
    return proposal.id().toString();
  }

  /** The proposals of one type about an owner's record. */
  public List<Proposal> about(Handle handle, String owner, UUID record, String type) {
    return proposals.about(handle, owner, record, type);
  }

  /** Drops an open proposal of the platform's about a record that has changed since. */
  public boolean dropIfOutdated(Handle handle, Proposal proposal, String tag) {
    var outdated = Actor.isPlatform(proposal.proposedBy()) && !proposal.recordTag().equals(tag);
    if (outdated) {
      var platform = Actor.platform(proposal.owner(), proposal.agency());
      decide(handle, proposal, Proposal.State.DISCARDED, platform, null);
    }
    return outdated;
  }

  /** A page of the proposals that the actor's role sees, without their effects. */
  public Cursors.Page<ObjectNode> list(
      Handle handle, Actor actor, List<String> states, int limit, Optional<String> cursor) {
    audit.write(handle, Event.administration("proposal.list", actor, Map.of()));
    return tray.list(handle, actor, states, limit, cursor).map(ProposalView::of);
  }

  Shown read(Handle handle, Actor actor, String id) {
    var proposal = tray.find(handle, actor, id);
    var telling = tray.telling(handle, proposal);
    audit.write(handle, read(actor, proposal, telling.records()));
    return telling.shown();
  }

  private static Event read(Actor actor, Proposal proposal, List<Mention> told) {
    var facts = Map.of("proposal", proposal.id().toString());
    return Event.readFor("proposal.read", actor, told, facts);
  }

  /** A proposal of the actor's state that its role may see. */
  public Shown show(Handle handle, Actor actor, String id) {
    return tray.show(handle, tray.find(handle, actor, id));
  }

  /** Carries an open proposal out, if it is exactly what the approver read. */
  Shown approve(Actor approver, String id, Match match) {
    var proposal = database.act(handle -> decidable(handle, approver, id, match));
    tray.type(proposal)
        .carryOut(
            proposal,
            approver,
            handle -> {
              open(handle, approver, id, match, Proposal.State.APPROVED);
              decide(handle, proposal, Proposal.State.APPROVED, approver, null);
            });
    return database.act(handle -> show(handle, approver, id));
  }

  /** Gives an open proposal back, or drops it. */
  Shown close(Actor actor, String id, Proposal.State state, Match match, @Nullable String comment) {
    return database.act(handle -> {
      decide(handle, open(handle, actor, id, match, state), state, actor, comment);
      return show(handle, actor, id);
    });
  }

  /** What it would change has changed since: in general, or while it is being carried out. */
  public static Problem stale() {
    return Problem.of(STALE, null);
  }

  /** Refuses unless the caller names this entity tag. */
  interface Match {
    void require(String etag);
  }

  /** What the approver may decide; all else is found out where it can no longer change. */
  private Proposal decidable(Handle handle, Actor approver, String id, Match match) {
    var proposal = tray.find(handle, approver, id);
    fourEyes.requireAnother(handle, approver, proposal, tray.type(proposal));
    return tray.type(proposal).bindsEffect()
        ? proposal
        : open(handle, approver, id, match, Proposal.State.APPROVED);
  }

  private Proposal open(Handle handle, Actor actor, String id, Match match, Proposal.State to) {
    var proposal = tray.find(handle, actor, id);
    if (to != Proposal.State.DISCARDED) {
      fourEyes.requireAnother(handle, actor, proposal, tray.type(proposal));
    }
    var told = tray.told(handle, proposal);
    if (!told.isEmpty()) {
      audit.writeInAnyCase(handle, read(actor, proposal, told));
    }
    var bound = tray.bound(handle, proposal);
    match.require(bound.etag());
    if (proposal.state() != Proposal.State.OPEN) {
      throw Problem.notPossible(proposal.state().name(), List.of());
    }
    if (to == Proposal.State.APPROVED && bound.stale()) {
      throw stale();
    }
    return proposal;
  }

  private void decide(
      Handle handle,
      Proposal proposal,
      Proposal.State state,
      Actor actor,
      @Nullable String comment) {
    if (!proposals.decide(handle, proposal, state, actor, clock.instant(), comment)) {
      var now = proposals.find(handle, proposal.owner(), proposal.id());
      throw Problem.notPossible(now.map(it -> it.state().name()).orElse("?"), List.of());
    }
    log(handle, "proposal." + state.name().toLowerCase(Locale.ROOT), actor, proposal);
  }

  private void log(Handle handle, String event, Actor actor, Proposal proposal) {
    audit.write(
        handle,
        Event.administration(
            event, actor, Map.of("proposal", proposal.id().toString(), "type", proposal.type())));
  }
}
