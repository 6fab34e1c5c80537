package org.registan.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.registan.identity.CurrentActor;

/** The pages of a browser: choose a participant, log in through its provider, see what is new. */
@Path("/")
@Produces(ConsoleResource.HTML)
class ConsoleResource {

  static final String HTML = "text/html;charset=UTF-8";

  private final Console console;
  private final CurrentActor actor;

  ConsoleResource(Console console, CurrentActor actor) {
    this.console = console;
    this.actor = actor;
  }

  /** The templates, whose output is escaped. */
  @CheckedTemplate(basePath = "console")
  static final class Pages {
    private Pages() {}

    static native TemplateInstance start(List<Console.Door> doors);

    static native TemplateInstance desk(Console.View view);

    static native TemplateInstance notice(String title, String text, boolean loggedIn);
  }

  @GET
  @PermitAll
  public RestResponse<String> start() {
    return page(200, Pages.start(console.doors()));
  }

  @GET
  @PermitAll
  @Path("console")
  public RestResponse<String> desk(@RestQuery("kc_idp_hint") @Nullable String hint) {
    var me = actor.find();
    if (me.isPresent()) {
      return page(200, Pages.desk(console.view(me.get())));
    }
    if (actor.isRefused()) {
      return refusal(true);
    }
    return hint == null
        ? RestResponse.seeOther(URI.create("/"))
        : page(
            404,
            Pages.notice(
                "No such participant", "No participant of this platform logs in that way.", false));
  }

  /** Where the hub sends a browser whose log-in failed. */
  @GET
  @PermitAll
  @Path("console/refused")
  public RestResponse<String> refused() {
    return refusal(false);
  }

  /** Where a browser comes that brings back no log-in of its own. */
  @GET
  @PermitAll
  @Path("console/callback")
  public RestResponse<String> callback() {
    return refusal(false);
  }

  @GET
  @PermitAll
  @Path("console/goodbye")
  public RestResponse<String> goodbye() {
    return page(200, Pages.notice("Logged out", "You are logged out.", false));
  }

  private static RestResponse<String> refusal(boolean loggedIn) {
    var text =
        "The log-in did not succeed, or the platform does not admit this account."
            + " Your own state's administrator can tell you why.";
    return page(403, Pages.notice("Not logged in", text, loggedIn));
  }

  private static RestResponse<String> page(int status, TemplateInstance page) {
    return RestResponse.ResponseBuilder.<String>create(status).entity(page.render()).build();
  }
}
