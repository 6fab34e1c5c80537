package org.registan.controllist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an amendment, as a legal instrument says it; which members it has depends on {@link
 * OperationKind}.
 *
 * @param op one of {@link OperationKind}
 * @param key of the entry that it is about
 * @param entry that comes in, under its own parent
 * @param after the key of the sibling behind which it is to stand
 * @param first whether it is to stand before its siblings; without either, it stands behind them
 * @param parent under what it is moved; without it, where {@code after} stands, else at the top
 * @param keys of what is merged
 * @param into the entries that a split one becomes; the one, alone in its list, that merged ones
 *     become
 */
record Operation(
    String op,
    @Nullable String key,
    @Nullable Entry entry,
    @Nullable String after,
    @Nullable Boolean first,
    @Nullable String parent,
    @Nullable String code,
    @Nullable String number,
    @Nullable String term,
    @Nullable List<Entry.Text> texts,
    @Nullable List<Entry.Parameter> parameters,
    @Nullable List<String> origins,
    @Nullable List<Entry.HsCode> hsCodes,
    @Nullable List<String> casNumbers,
    @Nullable List<String> references,
    @Nullable List<Entry.Attribute> attributes,
    @Nullable LocalDate effectiveFrom,
    @Nullable List<String> keys,
    @Nullable List<Entry> into) {

  /** The entry with what the operation says of it; an empty list takes away what was there. */
  Entry amended(Entry entry) {
    return new Entry(
        entry.key(),
        entry.parent(),
        entry.type(),
        entry.code(),
        number == null ? entry.number() : number,
        term == null ? entry.term() : term,
        entry.scope(),
        entry.categories(),
        said(texts, entry.texts()),
        said(parameters, entry.parameters()),
        said(origins, entry.origins()),
        said(hsCodes, entry.hsCodes()),
        said(casNumbers, entry.casNumbers()),
        said(references, entry.references()),
        said(attributes, entry.attributes()),
        effectiveFrom == null ? entry.effectiveFrom() : effectiveFrom);
  }

  private static <T> @Nullable List<T> said(@Nullable List<T> now, @Nullable List<T> before) {
    return now == null ? before : orNull(now);
  }

  private static <T> @Nullable List<T> orNull(List<T> values) {
    return values.isEmpty() ? null : values;
  }
}
