package org.registan.bulletin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.access.Subject;
import org.registan.attachment.Attachment;
import org.registan.kernel.Level;
import org.registan.record.Act;
import org.registan.record.At;
import org.registan.record.Filter;
import org.registan.record.Key;
import org.registan.record.Layers;
import org.registan.record.Layout;
import org.registan.record.LinkTo;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.record.Status;
import org.registan.web.ContractPart;
import org.registan.web.Fault;

/** A bulletin: a topic and a title for all who may have it, a text for fewer. */
@Singleton
class BulletinType implements RecordType, ContractPart {

  /** Its fields with their layers. */
  record Content(
      @At(Level.CORE) String topic,
      @At(Level.CORE) String title,
      @At(Level.CORE) String tlp,
      @At(Level.DETAIL) String text,
      @At(Level.DETAIL) @Nullable List<Attachment> attachments,
      @At(Level.OWNER) @Nullable String follows) {}

  @Override
  public String name() {
    return "bulletin";
  }

  @Override
  public String path() {
    return "/v1/bulletins";
  }

  @Override
  public String resource() {
    return "bulletins.yaml";
  }

  @Override
  public Layers layers() {
    return Layers.of(Content.class);
  }

  @Override
  public boolean takesAttachments() {
    return true;
  }

  @Override
  public Layout layout() {
    return Layout.of(Content.class, List.of(), Set.of("tlp"));
  }

  @Override
  public List<Act> acts() {
    return List.of(
        new Act("issue", Set.of(Status.DRAFT), "ISSUED", false, (life, request, today) -> {}),
        new Act("correct", Set.of("ISSUED"), "ISSUED", true, (life, request, today) -> {}));
  }

  @Override
  public List<Fault> check(JsonNode content, LocalDate today) {
    return content.path("text").equals(content.path("title"))
        ? List.of(Fault.at("/text", "says no more than the title"))
        : List.of();
  }

  @Override
  public Subject subject(Row row) {
    var content = row.content();
    var topic = Set.of(content.path("topic").asText());
    return new Subject(Map.of("topic", topic), content.path("tlp").asText(), null, false);
  }

  @Override
  public Set<String> attributes() {
    return Set.of("topic");
  }

  @Override
  public List<Key> keys(JsonNode content) {
    return List.of(new Key("topic", content.path("topic").asText(), Level.CORE));
  }

  @Override
  public List<Filter> filters() {
    return List.of(Filter.any("topic"), Filter.words("q"));
  }

  @Override
  public List<LinkTo> links(JsonNode content) {
    return content.has("follows")
        ? List.of(new LinkTo("FOLLOWS", content.path("follows").asText(), "/follows"))
        : List.of();
  }
}
