package org.registan.denial;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.registan.challenge.ChallengeResource;

/** Challenges of denials over HTTP. */
@Path("/v1/denials/{id}/challenges")
@Produces("application/json")
class DenialChallengeResource extends ChallengeResource {

  DenialChallengeResource(DenialType type) {
    super(type);
  }
}
