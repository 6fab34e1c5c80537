package org.registan.record;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of record, by name. */
@Singleton
public class RecordTypes {

  private final Map<String, RecordType> types;

  RecordTypes(@All List<RecordType> types) {
    this.types = types.stream().collect(Collectors.toMap(RecordType::name, Function.identity()));
    types.forEach(RecordTypes::requireOneMeaningOfAttachments);
  }

  /** What the server writes is no field of a type that does not ask for it, or it would be lost. */
  private static void requireOneMeaningOfAttachments(RecordType type) {
    if (type.takesAttachments() != type.layers().declare(Attached.FIELD)) {
      throw new IllegalStateException("attachments, or a field called so: " + type.name());
    }
  }

  public Optional<RecordType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  public RecordType named(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no record type " + name));
  }

  public List<RecordType> all() {
    return List.copyOf(types.values());
  }
}
