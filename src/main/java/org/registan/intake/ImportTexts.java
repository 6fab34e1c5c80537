package org.registan.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.record.Erasable;
import org.registan.record.Erasure;

/**
 * What was said of the import that a record came in with. Its rows are gone since they were read,
 * and its report holds no values.
 */
@ApplicationScoped
class ImportTexts implements Erasable {

  /** A text of an import, or of a proposal to notify it, where {@code update} puts another. */
  private record Text(UUID id, @Nullable String text, @Nullable String cleaned, String update) {

    boolean isReached() {
      return !Objects.equals(text, cleaned);
    }
  }

  @Override
  public String kept() {
    return "imports";
  }

  @Override
  public int count(Handle handle, Erasure erasure) {
    return (int) texts(handle, erasure).filter(Text::isReached).count();
  }

  @Override
  public void erase(Handle handle, Erasure erasure) {
    texts(handle, erasure)
        .filter(Text::isReached)
        .forEach(it -> handle.execute(it.update(), it.cleaned(), it.id()));
  }

  private static Stream<Text> texts(Handle handle, Erasure erasure) {
    return batches(handle, erasure).stream()
        .flatMap(it -> Stream.concat(ofBatch(handle, erasure, it), proposed(handle, erasure, it)));
  }

  private static List<UUID> batches(Handle handle, Erasure erasure) {
    return handle
        .createQuery(
            "SELECT DISTINCT batch FROM import_entry FORCE INDEX (k_record) WHERE record = :record")
        .bind("record", erasure.row().id())
        .map((row, ctx) -> UUID.fromString(row.getString(1)))
        .list();
  }

  private static Stream<Text> ofBatch(Handle handle, Erasure erasure, UUID batch) {
    return handle
        .createQuery("SELECT defaults, reason FROM import_batch WHERE id = :batch")
        .bind("batch", batch)
        .map((row, ctx) -> {
          var defaults = row.getString(1);
          var without = Json.write(erasure.texts(Json.parse(defaults)));
          return List.of(
              new Text(
                  batch, defaults, without, "UPDATE import_batch SET defaults = ? WHERE id = ?"),
              text(
                  erasure,
                  batch,
                  row.getString(2),
                  "UPDATE import_batch SET reason = ? WHERE id = ?"));
        })
        .one()
        .stream();
  }

  private static Stream<Text> proposed(Handle handle, Erasure erasure, UUID batch) {
    return handle
        .createQuery(
            "SELECT id, reason, comment FROM proposal WHERE owner = :owner AND type = :type"
                + " AND JSON_VALUE(content, '$.import') = :batch")
        .bind("owner", erasure.row().owner())
        .bind("type", ImportProposals.KIND + erasure.type().name())
        .bind("batch", batch.toString())
        .map((row, ctx) -> {
          var id = UUID.fromString(row.getString(1));
          return Stream.of(
              text(erasure, id, row.getString(2), "UPDATE proposal SET reason = ? WHERE id = ?"),
              text(erasure, id, row.getString(3), "UPDATE proposal SET comment = ? WHERE id = ?"));
        })
        .list()
        .stream()
        .flatMap(it -> it);
  }

  private static Text text(Erasure erasure, UUID id, @Nullable String text, String update) {
    return new Text(id, text, erasure.cleaned(text), update);
  }
}
