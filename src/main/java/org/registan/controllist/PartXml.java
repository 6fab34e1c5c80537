package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.registan.web.Problem;

/**
 * The XML of a workbook's part, element by element, by local names. There are no document types and
 * no entities; nothing in it is longer, deeper or of more names than a workbook has.
 */
final class PartXml implements AutoCloseable {

  private static final int DEEPEST = 60;
  private static final int MOST_NAMES = 1_000;

  /** The JDK's own, whatever else there may be on the class path. */
  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  private final Reader characters;
  private final XMLStreamReader xml;
  private final Set<String> names = new HashSet<>();
  private int declared;
  private int depth;

  PartXml(InputStream in) {
    characters = new MarkupReader(new InputStreamReader(in, UTF_8.newDecoder()));
    try {
      xml = FACTORY.createXMLStreamReader(characters);
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /** What comes next. */
  enum Step {
    START,
    END,
    TEXT,
    FINISH
  }

  Step next() {
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            start();
            return Step.START;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return Step.END;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
            return Step.TEXT;
          }
          default -> {
            // nothing that a workbook says
          }
        }
      }
      return Step.FINISH;
    } catch (XMLStreamException | IndexOutOfBoundsException e) {
      throw malformed(e);
    }
  }

  /** On to the next element that begins; whether there is one. */
  boolean nextStart() {
    for (var step = next(); step != Step.FINISH; step = next()) {
      if (step == Step.START) {
        return true;
      }
    }
    return false;
  }

  String name() {
    return xml.getLocalName();
  }

  String text() {
    return xml.getText();
  }

  /** An attribute of the element that begins; empty where it has none. */
  String attribute(String name) {
    return value(xml.getAttributeValue("", name));
  }

  /** An attribute whose name is of some other vocabulary. */
  String foreign(String name) {
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      if (xml.getAttributeLocalName(at).equals(name) && xml.getAttributePrefix(at) != null) {
        return xml.getAttributeValue(at);
      }
    }
    return "";
  }

  private static String value(@Nullable String value) {
    return value == null ? "" : value;
  }

  private void start() {
    names.add(xml.getLocalName());
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      names.add(xml.getAttributeLocalName(at));
    }
    declared += xml.getNamespaceCount();
    if (++depth > DEEPEST || names.size() + declared > MOST_NAMES) {
      throw TableLimits.refused("has a part that is deeper or of more names than in a workbook");
    }
  }

  /** A refusal that came from below stays what it is. */
  private static Problem malformed(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return TableLimits.refused("has a part that is not well-formed XML in UTF-8");
  }

  @Override
  public void close() {
    try {
      xml.close();
      characters.close();
    } catch (XMLStreamException | IOException e) {
      throw malformed(e);
    }
  }
}
