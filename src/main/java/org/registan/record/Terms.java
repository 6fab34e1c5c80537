package org.registan.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;

/** The owners' terms, for each kind of their records. */
@ApplicationScoped
public class Terms {

  public Term of(Handle handle, String owner, String type) {
    return handle
        .createQuery(
            "SELECT months, at_term, retention_years FROM term"
                + " WHERE owner = :owner AND rtype = :type")
        .bind("owner", owner)
        .bind("type", type)
        .map((row, ctx) ->
            new Term(row.getInt(1), Term.AtTerm.valueOf(row.getString(2)), row.getInt(3)))
        .findOne()
        .orElse(Term.USUAL);
  }

  /** The account that said for how long records are kept, if anyone ever did. */
  public Optional<String> changedBy(Handle handle, String owner, String type) {
    return handle
        .createQuery("SELECT changed_by FROM term WHERE owner = :owner AND rtype = :type")
        .bind("owner", owner)
        .bind("type", type)
        .mapTo(String.class)
        .findOne();
  }

  /** Sets it for terms that begin from now on. The owner's gate must have been passed. */
  public void put(Handle handle, Actor actor, String type, Term term) {
    var owner = actor.participant();
    var kept = of(handle, owner, type).retentionYears();
    var by =
        kept == term.retentionYears()
            ? changedBy(handle, owner, type).orElse(null)
            : actor.account();
    handle.execute("DELETE FROM term WHERE owner = ? AND rtype = ?", owner, type);
    handle.execute(
        "INSERT INTO term (owner, rtype, months, at_term, retention_years, changed_by)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        owner,
        type,
        term.months(),
        term.atTerm().name(),
        term.retentionYears(),
        by);
  }
}
