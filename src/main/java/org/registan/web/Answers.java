package org.registan.web;

import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;

/** Successful answers in JSON text that was made before; nothing is stored by caches. */
public final class Answers {

  private static final String JSON = "application/json";

  private Answers() {}

  public static RestResponse<String> json(String body) {
    return answer(200, body, null, null);
  }

  public static RestResponse<String> of(Object body) {
    return json(Json.write(body));
  }

  public static RestResponse<String> tagged(String body, String etag) {
    return answer(200, body, etag, null);
  }

  /** The same in another form than JSON. */
  public static RestResponse<String> tagged(String body, String etag, String mediaType) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.OK, body)
        .header("Content-Type", mediaType)
        .header("Cache-Control", "no-store")
        .header("ETag", etag)
        .build();
  }

  public static RestResponse<String> created(int status, String body, String etag, URI location) {
    return answer(status, body, etag, location);
  }

  public static <T> RestResponse<T> unchanged(String etag) {
    return RestResponse.ResponseBuilder.<T>create(304)
        .header("ETag", etag)
        .header("Cache-Control", "no-store")
        .build();
  }

  public static RestResponse<String> gone() {
    return RestResponse.noContent();
  }

  /** What is written as it is read. */
  public static RestResponse<Streamed> stream(StreamingOutput body, String mediaType) {
    return streamed(body, mediaType).build();
  }

  /** The same of what does not change under its entity tag. */
  public static RestResponse<Streamed> stream(StreamingOutput body, String mediaType, String etag) {
    return streamed(body, mediaType).header("ETag", etag).build();
  }

  private static RestResponse.ResponseBuilder<Streamed> streamed(
      StreamingOutput body, String mediaType) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.OK, new Streamed(body))
        .header("Content-Type", mediaType)
        .header("Cache-Control", "no-store");
  }

  /** A file as it was brought in, to be kept and not shown: a browser runs nothing of it. */
  public static RestResponse<Streamed> file(
      StreamingOutput body, String mediaType, String etag, String disposition) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.OK, new Streamed(body))
        .header("Content-Type", mediaType)
        .header("Content-Disposition", disposition)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("ETag", etag)
        .header("Cache-Control", "no-store")
        .build();
  }

  /** A page of items already written as JSON, with the link to the next. */
  public static RestResponse<String> page(UriInfo uri, List<String> items, Optional<String> next) {
    return paged(uri, items, next).build();
  }

  /** The same of what does not change under its entity tag. */
  public static RestResponse<String> page(
      UriInfo uri, List<String> items, Optional<String> next, String etag) {
    return paged(uri, items, next).header("ETag", etag).build();
  }

  private static RestResponse.ResponseBuilder<String> paged(
      UriInfo uri, List<String> items, Optional<String> next) {
    var builder =
        RestResponse.ResponseBuilder.create(RestResponse.Status.OK, items(items, next))
            .type(JSON)
            .header("Cache-Control", "no-store");
    next.ifPresent(cursor -> {
      var link = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
      builder.header("Link", "<%s>; rel=\"next\"".formatted(relative(link)));
    });
    return builder;
  }

  /** A page of a search, whose cursor goes into the next search's body. */
  public static RestResponse<String> found(List<String> items, Optional<String> next) {
    return json(items(items, next));
  }

  private static String items(List<String> items, Optional<String> next) {
    return "{\"items\":[%s]%s}"
        .formatted(
            String.join(",", items), next.map(it -> ",\"next\":" + Json.write(it)).orElse(""));
  }

  private static String relative(URI uri) {
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static RestResponse<String> answer(
      int status, String body, @Nullable String etag, @Nullable URI location) {
    var builder =
        RestResponse.ResponseBuilder.<String>create(status)
            .entity(body)
            .type(JSON)
            .header("Cache-Control", "no-store");
    if (etag != null) {
      builder.header("ETag", etag);
    }
    if (location != null) {
      builder.header("Location", location.getRawPath());
    }
    return builder.build();
  }
}
