package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** Where a kind of record holds natural persons' data, and in which texts it may name them. */
public interface Personal {

  /** Of a kind that holds none. */
  Personal NONE =
      new Personal() {
        @Override
        public List<String> at(JsonNode document) {
          return List.of();
        }

        @Override
        public void erase(ObjectNode document, LocalDate on) {}

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
  List<String> at(JsonNode document);

  /** Removes all of that, and says in its stead on which day it was erased. */
  void erase(ObjectNode document, LocalDate on);

  /** The names in something that stood apart. */
  List<String> names(JsonNode apart);

  /** What else in it points to one person: numbers, addresses. */
  List<String> numbers(JsonNode apart);

  /** Pointers to what is free text in a document, its life included. */
  List<String> texts(JsonNode document);
}
