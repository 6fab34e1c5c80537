package org.registan.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * Has each state of the demonstration send the 1540 Committee a sample of a report and of a matrix,
 * which say what public sources say. What is there already stays as it is.
 */
public final class Submissions {

  private final Api api;
  private final PrintStream out;

  public Submissions(URI application, BiFunction<String, String, String> tokens, PrintStream out) {
    this.api = new Api(application, tokens, Duration.ofMillis(250));
    this.out = out;
  }

  public void load() {
    var all = DemoFiles.json("1540.json");
    for (var each : all.path("submissions").properties()) {
      var owner = each.getKey();
      var samples = each.getValue();
      new PolicyAdoption(api, owner, "1540-document").adopt(all.path("policy"));
      new PolicyAdoption(api, owner, "1540-matrix").adopt(all.path("policy"));
      var note = new NoteVerbale(api, owner, samples.path("noteVerbale"));
      if (note.send("/v1/1540/documents", samples.path("document"), draft -> {})) {
        out.printf("%s has sent the 1540 Committee a sample report%n", owner);
      }
      var rows =
          new SampleRows(api, owner, samples.at("/matrix/rows"), all.path("remark").asText());
      if (note.send("/v1/1540/matrices", samples.at("/matrix/header"), rows::fill)) {
        out.printf("%s has sent the 1540 Committee a sample matrix%n", owner);
      }
    }
  }
}
