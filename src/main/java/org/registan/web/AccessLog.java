package org.registan.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * A line for every answer: what was done to which kind of thing, by whose state. No query string,
 * path, body, token or name stands in it.
 */
@Singleton
class AccessLog {

  private static final Logger LOG = Logger.getLogger("registan.access");

  private final Contract contract;

  AccessLog(Contract contract) {
    this.contract = contract;
  }

  void write(Visit visit, HttpServerRequest request, int status, Instant now) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(
        "method", request.method().name().matches("[A-Z]{3,7}") ? request.method().name() : "-");
    fields.put("route", contract.route(request.path()));
    fields.put("status", status);
    fields.put("ms", Duration.between(visit.since(), now).toMillis());
    fields.put("participant", visit.participant());
    fields.put("request", visit.id());
    fields.forEach(MDC::put);
    try {
      LOG.info(String.join(" ", fields.values().stream().map(String::valueOf).toList()));
    } finally {
      fields.keySet().forEach(MDC::remove);
    }
  }
}
