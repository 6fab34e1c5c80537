package org.registan.approval;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Ids;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.web.Cursors;
import org.registan.web.Platform;
import org.registan.web.Problem;

/** What lies on the desk: the proposals of a state, as far as an actor's role may see them. */
@ApplicationScoped
public class Tray {

  /** How the types of proposals begin that concern policies and clients. */
  private static final String OF_STATE = "state.";

  /** How those begin that are about another state's record. */
  private static final String OF_OTHERS = "challenge.";

  private static final List<String> WORKING =
      List.of(Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT, Role.SECRETARIAT, Role.COMMITTEE);

  private final Proposals proposals;
  private final List<ProposalType> types;
  private final Platform platform;

  Tray(Proposals proposals, @All List<ProposalType> types, Platform platform) {
    this.proposals = proposals;
    this.types = types;
    this.platform = platform;
  }

  /** A page of proposals. */
  Cursors.Page<Proposal> list(
      Handle handle, Actor actor, List<String> states, int limit, Optional<String> cursor) {
    var query = new Proposals.Query(states, kinds(actor), kept(actor));
    var key = platform.row(handle).cursorKey();
    var bound = String.join("\n", "proposals", actor.participant(), Json.write(query));
    var after = cursor.map(it -> Cursors.open(key, bound, it, Proposals.Place.class));
    var found = proposals.list(handle, actor.participant(), query, after.orElse(null), limit);
    return Cursors.page(
        key,
        bound,
        found.items(),
        found.more(),
        it -> new Proposals.Place(it.proposedAt(), it.id()));
  }

  /** A proposal of the actor's state, if its role may see it. */
  Proposal find(Handle handle, Actor actor, String id) {
    return Ids.parse(id)
        .flatMap(it -> proposals.find(handle, actor.participant(), it))
        .filter(it -> works(actor) || it.type().startsWith(OF_STATE))
        .filter(it -> actor.mayReadOthers() || !it.type().startsWith(OF_OTHERS))
        .orElseThrow(Problem::notFound);
  }

  /** An administrator sees what concerns policies and clients; records need an officer. */
  private static String kinds(Actor actor) {
    return works(actor) ? "%" : OF_STATE + "%";
  }

  /** Whether a challenge stands or not would tell of the record: also that it is gone. */
  private static String kept(Actor actor) {
    return actor.mayReadOthers() ? "" : OF_OTHERS + "%";
  }

  private static boolean works(Actor actor) {
    return WORKING.stream().anyMatch(actor::has);
  }

  Desk.Shown show(Handle handle, Proposal proposal) {
    var view = ProposalView.of(proposal);
    var type = type(proposal);
    if (proposal.state() == Proposal.State.OPEN) {
      view.set("effect", type.effect(handle, proposal));
    }
    var json = Json.write(view);
    var tag = type.bindsEffect() ? tag(json) : bound(handle, proposal).etag();
    return new Desk.Shown(proposal.id(), json, tag);
  }

  /** What an approver approves, as far as it is bound to that. */
  Bound bound(Handle handle, Proposal proposal) {
    var type = type(proposal);
    var view = ProposalView.of(proposal);
    if (proposal.state() == Proposal.State.OPEN) {
      view.set(
          "effect",
          type.bindsEffect() ? type.effect(handle, proposal) : type.bound(handle, proposal));
    }
    return new Bound(tag(Json.write(view)), view.path("effect").has("stale"));
  }

  /**
   * An approver's word.
   *
   * @param etag of exactly what is approved
   * @param stale whether what it would change is no longer what was proposed
   */
  record Bound(String etag, boolean stale) {}

  private static String tag(String json) {
    return "\"" + Digest.of(json).substring(0, 22) + "\"";
  }

  /** What is shown, and the records of other states of which that told, if only for a moment. */
  record Telling(Desk.Shown shown, List<Mention> records) {}

  Telling telling(Handle handle, Proposal proposal) {
    var records = new LinkedHashSet<>(told(handle, proposal));
    var shown = show(handle, proposal);
    records.addAll(told(handle, proposal));
    return new Telling(shown, List.copyOf(records));
  }

  /** Records of other states of which an open proposal tells whoever reads or decides it. */
  List<Mention> told(Handle handle, Proposal proposal) {
    return proposal.state() == Proposal.State.OPEN
        ? type(proposal).tellsOf(handle, proposal)
        : List.of();
  }

  /** What carries the proposal out. */
  ProposalType type(Proposal proposal) {
    return types.stream()
        .filter(it -> it.handles(proposal.type()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such type: " + proposal.type()));
  }
}
