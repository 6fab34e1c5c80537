package org.registan.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/** How a document stands in the index. */
final class Indexed {

  static final String ID = "id";
  static final String GROUP = "group";
  static final String ORDER = "order";

  /** The texts as they were written: field, language and text in turn. */
  static final String WRITTEN = "written";

  private final Map<String, Field> fields = new HashMap<>();
  private final Spelling spelling;

  Indexed(List<Field> fields, Spelling spelling) {
    fields.forEach(it -> this.fields.put(it.name(), it));
    this.spelling = spelling;
  }

  static String text(String field) {
    return "text." + field;
  }

  static String term(String name) {
    return "term." + name;
  }

  static String path(String name) {
    return "path." + name;
  }

  /** Elements with their lengths, so that no two paths are the same term. */
  static String path(List<String> elements) {
    return elements.stream().map(it -> it.length() + ":" + it).collect(Collectors.joining());
  }

  Document of(Doc doc) {
    var made = new Document();
    for (var each : List.of(Map.entry(ID, doc.id()), Map.entry(GROUP, doc.group()))) {
      made.add(new NumericDocValuesField(each.getKey(), each.getValue()));
    }
    made.add(new SortedDocValuesField(ORDER, new BytesRef(doc.order())));
    texts(doc).forEach((name, values) -> add(made, text(name), values));
    doc.terms().forEach((name, values) -> add(made, term(name), values));
    doc.paths().forEach((name, paths) -> add(made, path(name), withAbove(paths)));
    for (var text : doc.texts()) {
      made.add(new StoredField(WRITTEN, text.field()));
      made.add(new StoredField(WRITTEN, text.lang()));
      made.add(new StoredField(WRITTEN, text.text()));
    }
    return made;
  }

  private Map<String, Set<String>> texts(Doc doc) {
    var all = new HashMap<String, Set<String>>();
    for (var text : doc.texts()) {
      var stretches = spelling.stretches(text.text());
      var terms = all.computeIfAbsent(text.field(), it -> new LinkedHashSet<>());
      if (isCode(text.field())) {
        terms.add(Spelling.code(stretches));
      } else {
        stretches.forEach(it -> terms.addAll(it.all()));
      }
    }
    return all;
  }

  boolean isCode(String name) {
    var field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name);
    }
    return field.code();
  }

  private static Set<String> withAbove(Set<List<String>> paths) {
    var all = new LinkedHashSet<String>();
    for (var path : paths) {
      for (int length = 1; length <= path.size(); length++) {
        all.add(path(path.subList(0, length)));
      }
    }
    return all;
  }

  private static void add(Document made, String name, Collection<String> values) {
    values.forEach(it -> made.add(new StringField(name, it, Store.NO)));
  }

  /** The texts of a document that was found. */
  static List<Doc.Text> texts(Document found) {
    var written = found.getValues(WRITTEN);
    var texts = new ArrayList<Doc.Text>();
    for (int at = 0; at < written.length; at += 3) {
      texts.add(new Doc.Text(written[at], written[at + 1], written[at + 2]));
    }
    return texts;
  }
}
