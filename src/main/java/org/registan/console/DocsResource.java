package org.registan.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.participant.Accounts;
import org.registan.web.Problem;

/** The contract to try out in a browser (Swagger UI), where {@code registan.docs} says so. */
@Path("/docs")
@Produces(ConsoleResource.HTML)
class DocsResource {

  private static final String UI = "docs/META-INF/resources/openapi-ui/";
  private static final String SCRIPT = "text/javascript;charset=UTF-8";

  /** Everything that there is, by name: where it lies, and what it is. */
  private static final Map<String, List<String>> FILES =
      Map.of(
          "start.js", List.of("docs/start.js", SCRIPT),
          "back.js", List.of("docs/back.js", SCRIPT),
          "swagger-ui.css", List.of(UI + "swagger-ui.css", "text/css;charset=UTF-8"),
          "swagger-ui-bundle.js", List.of(UI + "swagger-ui-bundle.js", SCRIPT));

  private final Console console;
  private final boolean served;
  private final String hub;

  DocsResource(
      Console console,
      @ConfigProperty(name = Accounts.DOCS) boolean served,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String hub) {
    this.console = console;
    this.served = served;
    this.hub = hub;
  }

  /** The templates, whose output is escaped. */
  @CheckedTemplate(basePath = "console")
  static final class Pages {
    private Pages() {}

    static native TemplateInstance docs(String hub, String client, List<Console.Door> doors);

    static native TemplateInstance back();
  }

  @GET
  @PermitAll
  public RestResponse<String> docs() {
    return page(() -> Pages.docs(hub, Accounts.DOCS_CLIENT, console.doors()));
  }

  /** Where the hub sends the window of a log-in. */
  @GET
  @PermitAll
  @Path("back")
  public RestResponse<String> back() {
    return page(Pages::back);
  }

  @GET
  @PermitAll
  @Path("{file}")
  public RestResponse<byte[]> file(String file) {
    var known = FILES.get(file);
    if (!served || known == null) {
      throw Problem.notFound();
    }
    try (var in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(known.getFirst())) {
      return RestResponse.ResponseBuilder.ok(Objects.requireNonNull(in).readAllBytes())
          .type(known.getLast())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RestResponse<String> page(java.util.function.Supplier<TemplateInstance> page) {
    if (!served) {
      throw Problem.notFound();
    }
    return RestResponse.ok(page.get().render());
  }
}
