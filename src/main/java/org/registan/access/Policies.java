package org.registan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.registan.kernel.Json;

/** Every version of every owner's policies, and their drafts. */
@ApplicationScoped
public class Policies {

  /** A policy version as it was approved. */
  public record Version(
      String owner, int number, Policy policy, Snapshot snapshot, Instant approvedAt) {}

  private static final RowMapper<Version> VERSION =
      (row, ctx) ->
          new Version(
              row.getString(1),
              row.getInt(2),
              Json.parse(row.getString(3), Policy.class),
              Json.parse(row.getString(4), Snapshot.class),
              ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 5, ctx));

  private static final String SELECT =
      "SELECT p.owner, p.version, p.content, p.snapshot, p.approved_at FROM policy p ";

  /** All versions of one owner, newest first. */
  public List<Version> of(Handle handle, String owner, String type) {
    return handle
        .createQuery(SELECT + "WHERE p.owner = :owner AND p.rtype = :type ORDER BY version DESC")
        .bind("owner", owner)
        .bind("type", type)
        .map(VERSION)
        .list();
  }

  /** The version in force of every owner that has one. */
  public List<Version> inForce(Handle handle, String type) {
    return handle
        .createQuery(
            SELECT
                + """
                JOIN gate g ON g.owner = p.owner AND g.rtype = p.rtype
                  AND g.policy_version = p.version
                WHERE p.rtype = :type
                """)
        .bind("type", type)
        .map(VERSION)
        .list();
  }

  public void add(Handle handle, String type, Version version) {
    handle.execute(
        "INSERT INTO policy (owner, rtype, version, content, snapshot, approved_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        version.owner(),
        type,
        version.number(),
        Json.write(version.policy()),
        Json.write(version.snapshot()),
        version.approvedAt());
  }

  public Optional<String> draft(Handle handle, String owner, String type) {
    return handle
        .createQuery("SELECT content FROM policy_draft WHERE owner = :owner AND rtype = :type")
        .bind("owner", owner)
        .bind("type", type)
        .mapTo(String.class)
        .findOne();
  }

  public void putDraft(Handle handle, String owner, String type, String content) {
    handle.execute("REPLACE INTO policy_draft VALUES (?, ?, ?)", owner, type, content);
  }

  public void dropDraft(Handle handle, String owner, String type) {
    handle.execute("DELETE FROM policy_draft WHERE owner = ? AND rtype = ?", owner, type);
  }
}
