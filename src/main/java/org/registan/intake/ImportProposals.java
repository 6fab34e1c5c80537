package org.registan.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Previews;
import org.registan.record.RecordTypes;
import org.registan.record.Terms;
import org.registan.web.Problem;

/** Proposals to release all drafts that an import made: {@code import.denial}. */
@ApplicationScoped
class ImportProposals implements ProposalType {

  static final String KIND = "import.";

  private final Database database;
  private final Imports imports;
  private final Entries entries;
  private final Previews previews;
  private final RecordTypes types;
  private final Terms terms;
  private final Acts acts;

  ImportProposals(
      Database database,
      Imports imports,
      Entries entries,
      Previews previews,
      RecordTypes types,
      Terms terms,
      Acts acts) {
    this.database = database;
    this.imports = imports;
    this.entries = entries;
    this.previews = previews;
    this.types = types;
    this.terms = terms;
    this.acts = acts;
  }

  static String type(Import batch) {
    return KIND + batch.type();
  }

  static ObjectNode content(Import batch) {
    return Json.object().put("import", batch.id().toString());
  }

  @Override
  public boolean handles(String type) {
    return type.startsWith(KIND);
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var batch = batch(handle, proposal);
    if (batch.state() != Import.State.DRAFTED) {
      return Json.object().put("stale", true);
    }
    var drafts = entries.attributes(handle, batch.id());
    var effect =
        Json.object().put("records", drafts.values().stream().mapToInt(Integer::intValue).sum());
    var term = terms.of(handle, batch.owner(), batch.type());
    effect.putObject("term").put("months", term.months()).put("atTerm", term.atTerm().name());
    effect.set(
        "recipients", previews.reach(handle, batch.owner(), types.named(batch.type()), drafts));
    return effect;
  }

  /** The decision alone; the records follow one by one, each an act of its own. */
  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    database.run(handle -> {
      var batch = batch(handle, proposal);
      acts.begin(handle, batch.owner(), types.named(batch.type()));
      claim.accept(handle);
      if (!imports.move(handle, batch.id(), Import.State.DRAFTED, Import.State.NOTIFYING)) {
        throw Problem.notPossible(batch(handle, proposal).state().name(), List.of());
      }
      var release =
          new Import.Release(
              approver, proposal.reason(), terms.of(handle, batch.owner(), batch.type()));
      imports.approved(handle, batch.id(), release);
    });
  }

  private Import batch(Handle handle, Proposal proposal) {
    var id = UUID.fromString(proposal.content().path("import").asText());
    return imports.find(handle, proposal.owner(), id).orElseThrow(Problem::notFound);
  }
}
