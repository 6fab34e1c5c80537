package org.registan.bulletin;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.registan.attachment.AttachmentResource;

/** Files attached to bulletins over HTTP. */
@Path("/v1/bulletins/{id}/attachments")
@Produces("application/json")
class BulletinAttachmentResource extends AttachmentResource {

  BulletinAttachmentResource(BulletinType type) {
    super(type);
  }
}
