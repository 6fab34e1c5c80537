package org.registan.intake;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotSupportedException;
import java.util.List;
import java.util.stream.Stream;
import org.registan.record.RecordType;

/** The formats of each kind of record: two that every kind has, and those of its feature. */
@Singleton
class Formats {

  private final List<Format> others;

  Formats(@All List<Format> others) {
    this.others = others;
  }

  Format of(RecordType type, String mediaType) {
    var own = Stream.<Format>of(new OwnTable(type), new JsonLines(type));
    return Stream.concat(own, others.stream().filter(it -> it.recordType().equals(type.name())))
        .filter(it -> it.mediaType().equals(mediaType))
        .findFirst()
        .orElseThrow(NotSupportedException::new);
  }
}
