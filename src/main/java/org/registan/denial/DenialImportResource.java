package org.registan.denial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.intake.ImportResource;
import org.registan.kernel.Role;

/** Files of denials over HTTP. */
@Path("/v1/denials/imports")
@Produces("application/json")
class DenialImportResource extends ImportResource {

  DenialImportResource(DenialType type) {
    super(type);
  }

  @POST
  @Consumes({"text/csv", "application/x-ndjson", LiteTable.MEDIA_TYPE})
  @RolesAllowed({Role.OFFICER, Role.MACHINE_SUBMIT})
  public RestResponse<String> bring(InputStream body) {
    return receive(body);
  }
}
