package org.registan.controllist;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps of an amendment: which members each must have and may have, and what it is about. */
enum OperationKind {
  ADD("entry", "after first", "ITEM TEXT"),
  ADD_NOTE("entry", "after first", "NOTE"),
  ADD_DEFINITION("entry", "after first", "DEFINITION"),
  /** An entry or sub-item leaves a NOT_USED placeholder; what is under it goes. */
  DELETE("key", "", "ITEM TEXT"),
  DELETE_NOTE("key", "", "NOTE"),
  DELETE_DEFINITION("key", "", "DEFINITION"),
  AMEND_TEXT("key texts", "", "ITEM TEXT"),
  AMEND_NOTE("key texts", "", "NOTE"),
  AMEND_DEFINITION("key texts", "", "DEFINITION"),
  AMEND_PARAMETER("key parameters", "", "ITEM NOTE DEFINITION TEXT"),
  AMEND_DETAILS(
      "key",
      "origins hsCodes casNumbers references attributes effectiveFrom term number",
      "ITEM NOTE DEFINITION TEXT"),
  /** The codes and keys under it that begin with its own go along. */
  RENUMBER("key code", "", "ITEM"),
  MOVE("key", "parent after first", "ITEM NOTE DEFINITION TEXT"),
  /** What is under it stays under the part that keeps its key. */
  SPLIT("key into", "", "ITEM"),
  /** What is under one of them stays if the whole keeps its key. */
  MERGE("keys into", "", "ITEM");

  private static final Map<String, OperationKind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(OperationKind::name, Function.identity()));

  private final String required;
  private final String allowed;
  private final String families;

  /**
   * @param required the members that it must have
   * @param allowed those that it may have besides
   * @param families of the types that it is about
   */
  OperationKind(String required, String allowed, String families) {
    this.required = required;
    this.allowed = allowed;
    this.families = families;
  }

  static Optional<OperationKind> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  List<String> required() {
    return words(required);
  }

  boolean takes(String member) {
    return member.equals("op")
        || words(required).contains(member)
        || words(allowed).contains(member);
  }

  /** Whether it may be done to an entry of this type. */
  boolean isAbout(String type) {
    return EntryType.of(type)
        .map(it -> it.family().name())
        .filter(words(families)::contains)
        .isPresent();
  }

  private static List<String> words(String joined) {
    return List.of(joined.split(" ", -1));
  }
}
