package org.registan.controllist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of lists in the tests, said in a line. */
final class A {

  private A() {}

  static Entry entry(String code, @Nullable String parent, String text) {
    return of("ENTRY", code, parent, code, text);
  }

  static Entry sub(String code, String parent, String text) {
    return of("SUB_ITEM", code, parent, code, text);
  }

  static Entry note(String key, @Nullable String parent, String text) {
    return of("NOTE", key, parent, null, text);
  }

  static Entry unused(String code, @Nullable String parent) {
    return bare("NOT_USED", code, parent, code, null);
  }

  static Entry definition(String term, String text) {
    var made = bare("DEFINITION", "def " + term, null, null, texts(text));
    return with(made, term, made.parameters());
  }

  static Entry of(
      String type, String key, @Nullable String parent, @Nullable String code, String text) {
    return bare(type, key, parent, code, texts(text));
  }

  /** The same with a threshold. */
  static Entry threshold(Entry of, String operator, String value) {
    return with(of, of.term(), List.of(new Entry.Parameter("speed", operator, value, "km/s")));
  }

  static List<Entry.Text> texts(String english) {
    return List.of(new Entry.Text("en", english, "authentic"));
  }

  static Entry bare(
      String type,
      String key,
      @Nullable String parent,
      @Nullable String code,
      @Nullable List<Entry.Text> texts) {
    return new Entry(
        key, parent, type, code, null, null, null, null, texts, null, null, null, null, null, null,
        null);
  }

  private static Entry with(
      Entry of, @Nullable String term, @Nullable List<Entry.Parameter> parameters) {
    return new Entry(
        of.key(),
        of.parent(),
        of.type(),
        of.code(),
        of.number(),
        term,
        of.scope(),
        of.categories(),
        of.texts(),
        parameters,
        of.origins(),
        of.hsCodes(),
        of.casNumbers(),
        of.references(),
        of.attributes(),
        of.effectiveFrom());
  }
}
