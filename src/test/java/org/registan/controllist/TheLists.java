package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.registan.codes.ControlCode;
import org.registan.database.Database;
import org.registan.identity.Admission;
import org.registan.identity.Stay;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Seen;
import org.registan.web.Answers;
import org.registan.web.TheCall;

/** Control lists as their resources call for them, without HTTP. */
public final class TheLists {

  private final EditionDrafts drafts = bean(EditionDrafts.class);
  private final EditionChanges changes = bean(EditionChanges.class);
  private final EditionEntries entries = bean(EditionEntries.class);
  private final EntryExports exports = bean(EntryExports.class);
  private final CodeStatuses statuses = bean(CodeStatuses.class);
  private final EntrySearch search = bean(EntrySearch.class);
  private final Database database = bean(Database.class);
  private final String list;

  public TheLists(String list) {
    this.list = list;
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }

  /** Gives a draft all of its entries, as a file of some media type. */
  public Seen fill(Actor officer, Seen draft, String mediaType, byte[] file) {
    var form = EntryForm.of(mediaType).orElseThrow();
    var call = TheCall.matching(draft.etag());
    var in = new ByteArrayInputStream(file);
    return drafts.replace(officer, call, draft.id().toString(), form, in);
  }

  /** Changes the entries of a draft's base. */
  public Seen operate(Actor officer, Seen draft, JsonNode operations) {
    var call = TheCall.matching(draft.etag());
    return drafts.operate(officer, call, draft.id().toString(), operations);
  }

  /** The changes between two editions as they are sent. */
  public byte[] changes(Actor reader, String from, String to) {
    return database
        .act(handle -> {
          var pair = changes.open(handle, reader, to, Optional.of(from));
          var told = changes.told(handle, pair);
          return EditionChangeResource.json(
              new ChangePage(pair.from().view(), pair.to().view(), told));
        })
        .getBytes(UTF_8);
  }

  /** The status of a code on a day as it is sent. */
  public byte[] status(Actor reader, String code, LocalDate asOf) {
    var page = statuses.page(reader, wish(Optional.of(asOf)), code, 50, Optional.empty());
    return bytes(page.items());
  }

  /** The entries of an edition under a code as they are sent. */
  public byte[] entries(Actor reader, String edition, String code) {
    var wish = new EditionEntries.Wish(edition, Optional.of(code));
    var page =
        database.act(handle -> {
          var opened = entries.open(handle, reader, edition);
          return entries.page(handle, reader, opened, wish, 50, Optional.empty());
        });
    return bytes(page.map(Json::write).items());
  }

  /** All entries of an edition, in a form by its media type. */
  public byte[] whole(Actor reader, String edition, String mediaType) {
    var stay = new Stay(reader, Instant.MAX, bean(Admission.class), bean(Clock.class));
    var opened = database.act(handle -> entries.open(handle, reader, edition));
    var wish = new EditionEntries.Wish(edition, Optional.empty());
    var out = new ByteArrayOutputStream();
    try {
      exports.write(stay, opened, wish, EntryForm.of(mediaType).orElseThrow(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The first page of what has these words on a day, as it is sent. */
  public byte[] found(Actor reader, LocalDate asOf, String words) {
    return found(
        reader,
        it -> new EntryQuestion(it, words, List.of(), List.of(), List.of(), List.of()),
        asOf);
  }

  /** The same of what is under a code. */
  public byte[] filtered(Actor reader, LocalDate asOf, String code) {
    var path = ControlCode.parse(code).orElseThrow().path();
    return found(
        reader,
        it -> new EntryQuestion(it, null, List.of(path), List.of(), List.of(), List.of()),
        asOf);
  }

  private byte[] found(
      Actor reader, Function<ControlLists.Wish, EntryQuestion> asked, LocalDate asOf) {
    var question = asked.apply(wish(Optional.of(asOf)));
    return bytes(search.page(reader, question, 50, Optional.empty()).items());
  }

  private ControlLists.Wish wish(Optional<LocalDate> asOf) {
    return new ControlLists.Wish(asOf, List.of(), List.of(list), List.of());
  }

  private static byte[] bytes(List<String> items) {
    return String.valueOf(Answers.found(items, Optional.empty()).getEntity()).getBytes(UTF_8);
  }
}
