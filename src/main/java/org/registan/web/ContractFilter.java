package org.registan.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds every request's parameters against the contract before a resource sees it. */
class ContractFilter {

  private static final int LONGEST_NAME = 200;

  private final Contract contract;
  private final Call call;

  ContractFilter(Contract contract, Call call) {
    this.contract = contract;
    this.call = call;
  }

  @ServerRequestFilter
  void check(
      ContainerRequestContext request, ResourceInfo target, UriInfo uri, HttpHeaders headers) {
    var template = template(target);
    if (!template.startsWith("/v1/")) {
      return;
    }
    var operation =
        contract
            .operation(verb(target), template)
            .orElseThrow(() -> new IllegalStateException("not in the contract: " + template));
    if (uri.getPathParameters().values().stream()
        .flatMap(List::stream)
        .anyMatch(it -> !isName(it))) {
      throw Problem.notFound();
    }
    var faults = new ArrayList<>(operation.faults(uri.getQueryParameters()));
    operation
        .headers()
        .forEach((name, shape) -> {
          var value = headers.getRequestHeader(name);
          if (value != null) {
            shape.ofParameter(value).forEach(it -> faults.add(Fault.in(name, it)));
          }
        });
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    call.begin(operation, uri.getQueryParameters(), headers, request.getMethod(), uri.getPath());
  }

  /** Names of ours are printable ASCII; what is not names nothing. */
  private static boolean isName(String segment) {
    return segment.length() <= LONGEST_NAME && segment.chars().allMatch(it -> it >= 32 && it < 127);
  }

  private static String template(ResourceInfo target) {
    var onClass = target.getResourceClass().getAnnotation(Path.class);
    var onMethod = target.getResourceMethod().getAnnotation(Path.class);
    var base = onClass == null ? "" : onClass.value();
    return onMethod == null ? base : base + slashed(onMethod.value());
  }

  private static String slashed(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }

  private static String verb(ResourceInfo target) {
    return Arrays.stream(target.getResourceMethod().getAnnotations())
        .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
        .filter(java.util.Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElse("");
  }
}
