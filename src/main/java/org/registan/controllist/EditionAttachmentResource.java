package org.registan.controllist;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.registan.attachment.AttachmentResource;

/** Files attached to editions over HTTP, such as the printed text of the instrument. */
@Path("/v1/control-lists/editions/{id}/attachments")
@Produces("application/json")
class EditionAttachmentResource extends AttachmentResource {

  EditionAttachmentResource(EditionType type) {
    super(type);
  }
}
