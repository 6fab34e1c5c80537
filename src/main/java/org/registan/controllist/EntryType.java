package org.registan.controllist;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an entry of a control list is, and so whether it has a code. */
enum EntryType {
  CATEGORY(Family.ITEM, Code.MAY),
  PRODUCT_GROUP(Family.ITEM, Code.MAY),
  ENTRY(Family.ITEM, Code.MUST),
  SUB_ITEM(Family.ITEM, Code.MUST),
  NOT_USED(Family.ITEM, Code.MUST),
  GENERAL_NOTE(Family.NOTE, Code.NONE),
  GENERAL_TECHNOLOGY_NOTE(Family.NOTE, Code.NONE),
  NUCLEAR_TECHNOLOGY_NOTE(Family.NOTE, Code.NONE),
  GENERAL_SOFTWARE_NOTE(Family.NOTE, Code.NONE),
  NUCLEAR_SOFTWARE_NOTE(Family.NOTE, Code.NONE),
  GENERAL_INFORMATION_SECURITY_NOTE(Family.NOTE, Code.NONE),
  NOTE(Family.NOTE, Code.NONE),
  DECONTROL_NOTE(Family.NOTE, Code.NONE),
  TECHNICAL_NOTE(Family.NOTE, Code.NONE),
  NOTA_BENE(Family.NOTE, Code.NONE),
  SEE_ALSO(Family.NOTE, Code.NONE),
  MILITARY_GOODS(Family.NOTE, Code.NONE),
  DEFINITION(Family.DEFINITION, Code.NONE),
  ACRONYM(Family.DEFINITION, Code.NONE),
  TEXT(Family.TEXT, Code.NONE);

  private static final Map<String, EntryType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EntryType::name, Function.identity()));

  private final Family family;
  private final Code code;

  EntryType(Family family, Code code) {
    this.family = family;
    this.code = code;
  }

  static Optional<EntryType> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  Family family() {
    return family;
  }

  Code code() {
    return code;
  }

  /** Whether it must say something. */
  boolean needsText() {
    return this != NOT_USED;
  }

  /** What can become one another from edition to edition. */
  enum Family {
    ITEM,
    NOTE,
    DEFINITION,
    TEXT
  }

  /** Whether it has a code: a note that begins with a code is no entry. */
  enum Code {
    MUST,
    MAY,
    NONE
  }
}
