package org.registan.controllist;

/**
 * The text of a cell or shared string, put together from its runs and without how it is read out
 * (phonetic runs); no more of it is kept than shows that it is too long.
 */
final class TextPieces {

  private final int most;
  private final StringBuilder text = new StringBuilder();
  private boolean open;
  private boolean phonetic;

  /** A coded character takes seven. */
  TextPieces(int longest) {
    this.most = 7 * (longest + 1);
  }

  /** Looks at one step, and keeps it if it is of the text. */
  void see(PartXml.Step step, PartXml xml) {
    switch (step) {
      case START, END -> {
        if (xml.name().equals("rPh")) {
          phonetic = step == PartXml.Step.START;
        }
        if (xml.name().equals("t") || xml.name().equals("v")) {
          open = step == PartXml.Step.START;
        }
      }
      case TEXT -> {
        if (open && !phonetic && text.length() < most) {
          text.append(xml.text());
        }
      }
      case FINISH -> open = false;
    }
  }

  /** The text so far; the next begins with nothing. */
  String taken() {
    var taken = text.toString();
    text.setLength(0);
    return taken;
  }
}
