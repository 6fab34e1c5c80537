package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Where a kind of record holds natural persons' data, and in which texts it may name them. */
public interface Personal {

  /** Of a kind that holds none. */
  Personal NONE =
      new Personal() {
        @Override
        public List<String> at(JsonNode document, Predicate<String> known) {
          return List.of();
        }

        @Override
        public List<String> others(JsonNode document) {
          return List.of();
        }

        @Override
        public void erase(ObjectNode document, LocalDate on, Predicate<String> known) {}

        @Override
        public List<String> names(JsonNode apart) {
          return List.of();
        }

        @Override
        public List<String> numbers(JsonNode apart) {
          return List.of();
        }

        @Override
        public List<String> texts(JsonNode document) {
          return List.of();
        }
      };

  /** Pointers to what concerns natural persons alone; it stands apart from the documents. */
  default List<String> at(JsonNode document) {
    return at(document, it -> false);
  }

  /**
   * The same, and of whoever has a known name or number but was not yet said to be a natural
   * person.
   */
  List<String> at(JsonNode document, Predicate<String> known);

  /** Names and numbers of those who are said to be no natural persons. */
  List<String> others(JsonNode document);

  /** Removes what {@link #at} points to, and says in its stead on which day it was erased. */
  void erase(ObjectNode document, LocalDate on, Predicate<String> known);

  /** The names in something that stood apart. */
  List<String> names(JsonNode apart);

  /** What else in it points to one person: numbers, addresses. */
  List<String> numbers(JsonNode apart);

  /** Pointers to what is free text in a document, its life included. */
  List<String> texts(JsonNode document);
}
