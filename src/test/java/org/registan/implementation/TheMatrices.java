package org.registan.implementation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.Arc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.registan.As;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.web.Answers;

/** Matrices as their resources call for them, without HTTP. */
public final class TheMatrices {

  private final MatrixSurvey survey = Arc.container().instance(MatrixSurvey.class).get();
  private final Template template = Arc.container().instance(Templates.class).get().of("2017");

  /** A state's matrix of which every field is filled, submitted; its id. */
  public static String full(String owner) {
    var path = MatrixSamples.drafted(owner, "Matrix");
    var template = Arc.container().instance(Templates.class).get().of("2017");
    template
        .placed()
        .forEach(it -> MatrixSamples.fill(As.the(owner, "officer"), path, it.row().key(), row(it)));
    MatrixSamples.submit(owner, path);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String row(Template.Placed placed) {
    var body = Json.object();
    var fields = body.putArray("fields");
    for (var column : placed.section().columns()) {
      var field = fields.addObject().put("column", column).put("value", "X");
      var sources = field.putArray("sources");
      for (var article : List.of("3", "12")) {
        sources.addObject().put("law", "Export Control Act of " + column).put("article", article);
      }
      field
          .putArray("remarks")
          .addObject()
          .put("lang", "en")
          .put("text", "In force since 2004, amended in 2018; see also row " + placed.row().key());
    }
    return Json.write(body);
  }

  /** A page of what states say in a row as it is sent, but for the cursor. */
  public byte[] row(Actor reader, String row, int limit) {
    var wish = new MatrixSurvey.Wish(template, Optional.empty());
    var placed = template.row(row).orElseThrow();
    var page = survey.row(reader, wish, placed, limit, Optional.empty());
    return String.valueOf(Answers.found(page.items(), Optional.empty()).getEntity())
        .getBytes(UTF_8);
  }

  /** The columns of a row, in their order. */
  public List<String> columns(String row) {
    return template.row(row).orElseThrow().section().columns();
  }

  /** A workbook of a view. */
  public byte[] workbook(String view) {
    var out = new ByteArrayOutputStream();
    try {
      Sheets.write(template, Json.parse(view), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
