package org.registan.implementation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.registan.kernel.Json;

/** How a template is shown: at each section and row, whether that was confirmed, and by what. */
final class TemplateView {

  private TemplateView() {}

  static ObjectNode listed(Template template) {
    return Json.object()
        .put("generation", template.generation())
        .put("title", template.title())
        .put("sections", template.sections().size())
        .put("rows", template.placed().count())
        .put("toBeConfirmed", template.toBeConfirmed());
  }

  static ObjectNode of(Template template) {
    var view =
        Json.object().put("generation", template.generation()).put("title", template.title());
    named(view.putArray("columns"), template.columns(), "key", "label");
    named(view.putArray("values"), template.values(), "value", "meaning");
    var sections = view.putArray("sections");
    template.sections().forEach(it -> section(sections.addObject(), template, it));
    return view;
  }

  private static void named(ArrayNode list, Map<String, String> entries, String key, String value) {
    entries.forEach((name, text) -> list.addObject().put(key, name).put(value, text));
  }

  private static void section(ObjectNode view, Template template, Template.Section section) {
    view.put("key", section.key()).put("title", section.title());
    section.paragraphs().forEach(view.putArray("paragraphs")::add);
    section.columns().forEach(view.putArray("columns")::add);
    provenance(view, template, section.provenance());
    var rows = view.putArray("rows");
    for (var row : section.rows()) {
      var shown =
          rows.addObject()
              .put("key", row.key())
              .put("number", row.number())
              .put("label", row.label());
      provenance(shown, template, row.provenance());
    }
  }

  private static void provenance(ObjectNode view, Template template, String name) {
    view.put("provenance", template.provenance(name).text());
    view.put("confirmed", template.isConfirmed(name));
  }
}
