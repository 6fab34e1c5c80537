package org.registan.implementation;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.registan.attachment.AttachmentResource;

/** Files attached to documents over HTTP. */
@Path("/v1/1540/documents/{id}/attachments")
@Produces("application/json")
class DocumentAttachmentResource extends AttachmentResource {

  DocumentAttachmentResource(DocumentType type) {
    super(type);
  }
}
