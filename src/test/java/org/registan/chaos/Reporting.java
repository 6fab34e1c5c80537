package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.registan.implementation.Documents;
import org.registan.implementation.MatrixSamples;
import org.registan.kernel.Json;

/** What one state drafts for the 1540 Committee and sends to it. */
final class Reporting extends Doings {
  private final Submitting documents;
  private final Submitting matrices;
  private final Attaching attaching;
  private final Filling filling;

  Reporting(Doings same) {
    super(same);
    this.documents = new Submitting(this, Documents.PATH, "1540-document");
    this.matrices = new Submitting(this, MatrixSamples.PATH, "1540-matrix");
    this.attaching = new Attaching(this);
    this.filling = new Filling(this);
  }

  /** One of each kind, so that there is something to lose from the beginning. */
  void begin() {
    attaching.attach(draftDocument());
    filling.fill(draftMatrix());
  }

  void act() {
    switch (chance.nextInt(9)) {
      case 0 -> documents.decide();
      case 1 -> matrices.decide();
      case 2 -> documents.submit(draftDocument());
      case 3, 4, 5 -> onDocument();
      default -> onMatrix();
    }
  }

  private void onDocument() {
    var path = known.reports().oneDraft(chance, Documents.PATH).orElseGet(this::draftDocument);
    switch (chance.nextInt(8)) {
      case 0 -> attaching.remove(path);
      case 1 -> attaching.throwAway(path);
      case 2 -> documents.submit(path);
      default -> attaching.attach(path);
    }
  }

  private void onMatrix() {
    var path = known.reports().oneDraft(chance, MatrixSamples.PATH).orElseGet(this::draftMatrix);
    switch (chance.nextInt(8)) {
      case 0, 1 -> matrices.submit(path);
      case 2, 3 -> filling.handOn(path);
      case 4 -> filling.fill(draftMatrix());
      default -> filling.fill(path);
    }
  }

  private String draftDocument() {
    var content = (ObjectNode) Json.parse(Documents.report());
    return documents.draft(content.put("notes", "file " + chance.nextInt(1000)).toString());
  }

  private String draftMatrix() {
    return matrices.draft(MatrixSamples.header("Matrix " + chance.nextInt(1000)));
  }
}
