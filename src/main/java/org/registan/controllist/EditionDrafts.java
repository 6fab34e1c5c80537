package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Drafting;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Problem;

/**
 * The entries of drafts: given whole, or changed by operations. They are read and checked before
 * anything is held, and written to exactly the draft that their sender read, or not at all.
 */
@ApplicationScoped
class EditionDrafts {

  private final EditionType type;
  private final EditionBlocks blocks;
  private final EditionEntries entries;
  private final EntryIntake intake;
  private final Reads reads;
  private final Drafting drafting;
  private final Database database;
  private final long largest;

  EditionDrafts(
      EditionType type,
      EditionBlocks blocks,
      EditionEntries entries,
      EntryIntake intake,
      Reads reads,
      Drafting drafting,
      Database database,
      @ConfigProperty(name = "registan.control-lists.max-size") MemorySize largest) {
    this.type = type;
    this.blocks = blocks;
    this.entries = entries;
    this.intake = intake;
    this.reads = reads;
    this.drafting = drafting;
    this.database = database;
    this.largest = largest.asLongValue();
  }

  /** A draft as its sender read it. */
  private record Draft(Acts.Named named, EditionContent content) {}

  /** Gives a draft all of its entries. */
  Seen replace(Actor actor, Call call, String id, EntryForm form, InputStream body) {
    var draft = database.act(handle -> draft(handle, actor, call, id));
    var read = intake.read(form, new BoundedStream(body, largest), draft.content());
    return write(actor, draft, read, "replace-entries");
  }

  /** Changes the entries that a draft has, or else those of its base. */
  Seen operate(Actor actor, Call call, String id, JsonNode operations) {
    var draft = database.act(handle -> draft(handle, actor, call, id));
    var before =
        database.act(handle ->
            entries
                .stored(handle, actor.participant(), draft.named().id(), Json.tree(draft.content()))
                .map(it -> blocks.all(handle, it.record()))
                .orElse(List.of()));
    return write(actor, draft, intake.operated(before, operations, draft.content()), "operate");
  }

  private Draft draft(Handle handle, Actor actor, Call call, String id) {
    var own = reads.own(handle, actor, type, id);
    call.requireMatch(own.etag());
    drafting.requireDraft(handle, actor, type, own.id());
    var content = (ObjectNode) Json.parse(own.body());
    content.remove(type.layout().frame());
    return new Draft(new Acts.Named(own.id(), own.etag()), Json.to(content, EditionContent.class));
  }

  private Seen write(Actor actor, Draft draft, List<Entry> read, String act) {
    var content = draft.content();
    var cut = Block.of(read, content.scheme());
    requireShort(read, cut);
    var known =
        new EditionContent.Entries(
            read.size(),
            Block.digest(cut),
            said(read),
            content.codeScheme(),
            content.codeSeparators(),
            content.authenticLanguages());
    var facts = Map.of("entries", known.sha256());
    return database.act(handle -> {
      drafting.change(
          handle, actor, type, draft.named(), new Drafting.Change(act, facts, with(known)::apply));
      blocks.write(handle, actor.participant(), content.scheme(), draft.named().id(), cut);
      return reads.one(handle, actor, type, draft.named().id().toString());
    });
  }

  private static List<String> said(List<Entry> entries) {
    return entries.stream()
        .flatMap(it -> it.textsOrNone().stream())
        .map(Entry.Text::lang)
        .distinct()
        .sorted()
        .toList();
  }

  private static Function<JsonNode, JsonNode> with(EditionContent.Entries known) {
    return content -> ((ObjectNode) content.deepCopy()).set("entries", Json.tree(known));
  }

  /** A block is read at once, and so has its bounds. */
  private static void requireShort(List<Entry> entries, List<Block> cut) {
    int at = 0;
    for (var block : cut) {
      if (block.body().length() > Block.LONGEST) {
        var detail =
            "%s is too long with all that stands under it".formatted(entries.get(at).key());
        throw Problem.meaningless(List.of(Fault.at("/items/" + at, detail)));
      }
      at += block.entries();
    }
  }

  static Set<String> languages(EditionContent edition) {
    return Set.copyOf(edition.authenticLanguages());
  }
}
