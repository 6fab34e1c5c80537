package org.registan.attachment;

import static org.registan.kernel.Role.COMMITTEE;
import static org.registan.kernel.Role.EXPERT;
import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;
import static org.registan.kernel.Role.SECRETARIAT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.record.RecordType;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Streamed;

/** Files attached to one kind of record over HTTP. A feature extends it with its path and type. */
@Produces("application/json")
public abstract class AttachmentResource {

  private final RecordType type;

  @Inject Uploading uploading;
  @Inject Holdings holdings;
  @Inject CurrentActor actor;
  @Inject Call call;

  protected AttachmentResource(RecordType type) {
    this.type = type;
  }

  @POST
  @Consumes({Form.PDF_TYPE, Form.DOCX_TYPE})
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> attach(String id, InputStream body) {
    var taken = uploading.receive(actor.get(), type, id, delivery(body));
    var it = taken.attachment();
    var location = URI.create(type.path() + "/" + taken.record() + "/attachments/" + it.id());
    return Answers.created(201, Json.write(it), it.etag(), location);
  }

  @GET
  @Path("/{attachment}")
  @Produces(Form.PDF_TYPE)
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<Streamed> pdf(String id, String attachment) {
    return download(id, attachment);
  }

  @GET
  @Path("/{attachment}")
  @Produces(Form.DOCX_TYPE + ";qs=0.9")
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<Streamed> docx(String id, String attachment) {
    return download(id, attachment);
  }

  /** Whoever takes files gets the one that is there, by its own type. */
  private RestResponse<Streamed> download(String id, String attachment) {
    var stay = actor.stay();
    var found = holdings.find(stay.actor(), type, id, attachment);
    var it = found.attachment();
    return call.holds(it.etag())
        ? Answers.unchanged(it.etag())
        : Answers.file(
            out -> holdings.send(stay, found, out),
            it.mediaType(),
            it.etag(),
            Disposition.of(it.fileName()));
  }

  @DELETE
  @Path("/{attachment}")
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> remove(String id, String attachment) {
    holdings.remove(actor.get(), call, type, id, attachment);
    return Answers.gone();
  }

  private Uploading.Delivery delivery(InputStream body) {
    var me = actor.get();
    var form =
        call.header("Content-Type")
            .map(AttachmentResource::mediaType)
            .flatMap(Form::of)
            .orElseThrow(NotSupportedException::new);
    var name = Disposition.name(call.header(Disposition.HEADER).orElse(null));
    FileNames.fault(name, form)
        .ifPresent(it -> {
          throw Disposition.fault("has a filename that " + it);
        });
    return new Uploading.Delivery(
        form,
        name,
        call.one("language").orElse(null),
        call.one("authentic").map(Boolean::valueOf).orElse(null),
        call.header("Content-Length").map(AttachmentResource::length).orElse(0L),
        body,
        call.header("Idempotency-Key").isPresent(),
        digest ->
            call.creation(
                me.participant(), me.account(), Digest.of(String.join("\n", digest, name))));
  }

  private static String mediaType(String header) {
    var media = MediaType.valueOf(header);
    return (media.getType() + "/" + media.getSubtype()).toLowerCase(Locale.ROOT);
  }

  private static long length(String header) {
    return header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
  }
}
