package org.registan.controllist;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Characters of XML such as workbooks are written in: without document types, comments and
 * instructions, and no piece of it so long that a parser would fill memory with it.
 */
final class MarkupReader extends FilterReader {

  private static final int LONGEST = 1_000_000;
  private static final char MARK = '\uFEFF';

  private long read;
  private int since;
  private boolean opened;
  private boolean declares;

  MarkupReader(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    var one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int many = super.read(into, from, length);
    if (read == 0 && many > 0 && into[from] == MARK) {
      System.arraycopy(into, from + 1, into, from, --many);
      read++;
    }
    for (int at = from; at < from + many; at++) {
      look(into[at]);
    }
    return many == 0 && length > 0 ? read(into, from, length) : many;
  }

  private void look(char next) {
    read++;
    if (opened && (next == '!' || (next == '?' && read > 3))) {
      throw TableLimits.refused("has a part with a document type, comment or instruction");
    }
    declares |= opened && next == '?';
    declares &= next != '>';
    opened = next == '<';
    since = opened && !declares ? 0 : since + 1;
    if (since > LONGEST) {
      throw TableLimits.refused("has a part with a text longer than in a workbook");
    }
  }
}
