package org.registan.approval;

import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.kernel.Actor;

/** Proposals of one type to change a register: each one transaction with its entry in the log. */
public abstract class StateProposals implements ProposalType {

  private final String type;
  private final String event;
  private final Audit audit;
  private final Database database;

  /**
   * Those of a type.
   *
   * @param event under which the log has what is carried out
   */
  protected StateProposals(String type, String event, Audit audit, Database database) {
    this.type = type;
    this.event = event;
    this.audit = audit;
    this.database = database;
  }

  @Override
  public final boolean handles(String asked) {
    return asked.equals(type);
  }

  @Override
  public final void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    database.run(handle -> {
      lock(handle, proposal);
      claim.accept(handle);
      var done = act(handle, proposal);
      audit.write(handle, Event.administration(event, approver, done));
    });
  }

  /** Keeps what the effect rests on as it is. */
  protected void lock(Handle handle, Proposal proposal) {}

  /** Does it; what the log says of it. */
  protected abstract Map<String, String> act(Handle handle, Proposal proposal);
}
