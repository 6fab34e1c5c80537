package org.registan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.function.Function;

/** Whether two names answer alike: by the same statements, in the same bytes. */
record Alike(Statements sent) {

  private record Answer(int status, List<String> headers, String body, List<String> statements) {}

  void alike(String what, Function<String, Response> call, String hidden, String missing) {
    var ofHidden = answer(call, hidden);
    var ofMissing = answer(call, missing);

    assertThat(ofHidden).as("%s: %s as %s", what, hidden, missing).isEqualTo(ofMissing);
    assertThat(ofHidden.body()).doesNotContain(hidden);
    assertThat(ofHidden.statements()).isNotEmpty();
  }

  private Answer answer(Function<String, Response> call, String id) {
    var watched = sent.watch(() -> call.apply(id));
    var response = watched.result();
    var headers =
        response.headers().asList().stream()
            .filter(it -> !it.getName().matches("(?i)Date|X-Request-Id"))
            .map(it -> withoutAsked(String.valueOf(it), id))
            .sorted()
            .toList();
    assertThat(response.statusCode()).isIn(200, 404, 422);
    return new Answer(
        response.statusCode(),
        headers,
        withoutAsked(response.asString(), id),
        watched.statements());
  }

  /** Without the caller's own question in the link to the next page, and its sealed cursor. */
  private static String withoutAsked(String text, String id) {
    return text.replace("record=" + id, "record=")
        .replaceAll("(cursor=|\"next\":\")[\\w.-]+", "$1");
  }
}
