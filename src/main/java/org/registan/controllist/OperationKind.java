package org.registan.controllist;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.registan.controllist.EntryType.Family;

/** The steps of an amendment: which members each must have and may have, and what it is about. */
@SuppressWarnings("ImmutableEnumChecker") // all by Set.of
enum OperationKind {
  ADD(Set.of("entry"), Set.of("after", "first"), Family.ITEM, Family.TEXT),
  ADD_NOTE(Set.of("entry"), Set.of("after", "first"), Family.NOTE),
  ADD_DEFINITION(Set.of("entry"), Set.of("after", "first"), Family.DEFINITION),
  /** An entry or sub-item leaves a NOT_USED placeholder; what is under it goes. */
  DELETE(Set.of("key"), Set.of(), Family.ITEM, Family.TEXT),
  DELETE_NOTE(Set.of("key"), Set.of(), Family.NOTE),
  DELETE_DEFINITION(Set.of("key"), Set.of(), Family.DEFINITION),
  AMEND_TEXT(Set.of("key", "texts"), Set.of(), Family.ITEM, Family.TEXT),
  AMEND_NOTE(Set.of("key", "texts"), Set.of(), Family.NOTE),
  AMEND_DEFINITION(Set.of("key", "texts"), Set.of(), Family.DEFINITION),
  AMEND_PARAMETER(Set.of("key", "parameters"), Set.of(), Family.values()),
  AMEND_DETAILS(
      Set.of("key"),
      Set.of(
          "origins",
          "hsCodes",
          "casNumbers",
          "references",
          "attributes",
          "effectiveFrom",
          "term",
          "number"),
      Family.values()),
  /** The codes and keys under it that begin with its own go along. */
  RENUMBER(Set.of("key", "code"), Set.of(), Family.ITEM),
  MOVE(Set.of("key"), Set.of("parent", "after", "first"), Family.values()),
  /** What is under it stays under the part that keeps its key. */
  SPLIT(Set.of("key", "into"), Set.of(), Family.ITEM),
  /** What is under one of them stays if the whole keeps its key. */
  MERGE(Set.of("keys", "into"), Set.of(), Family.ITEM);

  private static final Map<String, OperationKind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(OperationKind::name, Function.identity()));

  private final Set<String> required;
  private final Set<String> allowed;
  private final Set<Family> about;

  OperationKind(Set<String> required, Set<String> allowed, Family... about) {
    this.required = required;
    this.allowed = allowed;
    this.about = Set.of(about);
  }

  static Optional<OperationKind> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  Set<String> required() {
    return required;
  }

  boolean takes(String member) {
    return member.equals("op") || required.contains(member) || allowed.contains(member);
  }

  /** Whether it may be done to an entry of this type. */
  boolean isAbout(String type) {
    return EntryType.of(type).map(EntryType::family).filter(about::contains).isPresent();
  }
}
