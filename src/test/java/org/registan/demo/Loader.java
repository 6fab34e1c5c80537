package org.registan.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;

/**
 * Loads the demonstration through the public API: policies, denials, and some life after them. It
 * looks first at what is there, so that a killed load goes on where it was, however much later.
 */
public final class Loader {

  private static final int WIDTH = 5;

  private final Api api;
  private final PrintStream out;

  /** How a load ended. */
  public record Summary(int notified, int alreadyThere, int sequels) {}

  /** Tokens are asked for by participant and role, and again for every request. */
  public Loader(URI application, BiFunction<String, String, String> tokens, PrintStream out) {
    this(new Api(application, tokens, Duration.ofMillis(250)), out);
  }

  Loader(Api api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /** Dates are set for {@code loadingDay}, or as an earlier load that was cut off set them. */
  public Summary load(LocalDate loadingDay) throws InterruptedException {
    StarterPolicies.all().forEach(this::adopt);
    var inventory = Inventory.read(api);
    long weeks = inventory.weeks().orElseGet(() -> DemoDenials.weeks(loadingDay));
    var denials = DemoDenials.shifted(weeks);
    var missing =
        denials.stream()
            .filter(denial -> inventory.find(denial).map(Inventory.Entry::isDraft).orElse(true))
            .toList();
    var there = denials.size() - missing.size();
    if (there > 0) {
      out.printf("%d of %d denials are there already%n", there, denials.size());
    }
    notifyAll(missing, inventory, weeks, new Progress(out, there, denials.size()));
    var sequels =
        missing.isEmpty() ? sequels(denials, inventory) : sequels(denials, Inventory.read(api));
    out.printf("demonstration data loaded: %d denials%n", denials.size());
    return new Summary(missing.size(), there, sequels);
  }

  private void adopt(String owner, JsonNode policy) {
    if (new PolicyAdoption(api, owner, "denial").adopt(policy)) {
      out.printf("%s has adopted its release policy%n", owner);
    }
  }

  private void notifyAll(
      List<DemoDenial> missing, Inventory inventory, long weeks, Progress progress)
      throws InterruptedException {
    var drafts = missing.stream().anyMatch(denial -> inventory.find(denial).isPresent());
    Map<String, Map<String, JsonNode>> desks =
        drafts
            ? Owners.ALL.stream()
                .collect(toMap(identity(), owner -> new FourEyes(api, owner).desk()))
            : Map.of();
    Workers.forEach(
        missing,
        WIDTH,
        denial -> {
          var desk = desks.getOrDefault(denial.owner(), Map.of());
          notify(denial, inventory.find(denial), desk, weeks);
          progress.step();
        });
  }

  private void notify(
      DemoDenial denial, Optional<Inventory.Entry> entry, Map<String, JsonNode> desk, long weeks) {
    var fourEyes = new FourEyes(api, denial.owner());
    var waiting = entry.map(Inventory.Entry::id).map(desk::get);
    if (waiting.isPresent()) {
      fourEyes.approveWaiting(waiting.get());
      return;
    }
    var draft = entry.map(there -> read(denial, there)).orElseGet(() -> draft(denial, weeks));
    fourEyes.carryOut(
        "officer",
        "/v1/denials/" + draft.text("id") + "/notify",
        FourEyes.etag("the draft", draft),
        reason("Decision of the licensing board, file " + denial.nationalReference()));
  }

  private Answer draft(DemoDenial denial, long weeks) {
    var key = "demo-" + denial.group() + "-" + weeks;
    var answer =
        api.send(
            officer(denial), "POST", "/v1/denials", Map.of("Idempotency-Key", key), denial.draft());
    return Api.expect(201, "drafting " + denial.nationalReference(), answer);
  }

  private Answer read(DemoDenial denial, Inventory.Entry entry) {
    var path = "/v1/denials/" + entry.id();
    return Api.expect(200, "GET " + path, api.get(officer(denial), path));
  }

  private int sequels(List<DemoDenial> denials, Inventory inventory) {
    var sequels = Sequels.of(denials);
    var last = inventory.find(sequels.getLast().denial());
    if (last.filter(Inventory.Entry::isInForce).isEmpty()) {
      return 0;
    }
    var done = 0;
    for (var sequel : sequels) {
      var entry = inventory.find(sequel.denial()).filter(sequel::isDue);
      if (entry.isPresent()) {
        carryOut(sequel, entry.get(), inventory);
        done++;
      }
    }
    return done;
  }

  private void carryOut(Sequel sequel, Inventory.Entry entry, Inventory inventory) {
    var owner = sequel.denial().owner();
    var fourEyes = new FourEyes(api, owner);
    var waiting = Optional.ofNullable(fourEyes.desk().get(entry.id()));
    if (waiting.isPresent()) {
      fourEyes.approveWaiting(waiting.get());
      return;
    }
    var path = "/v1/denials/" + entry.id() + "/" + sequel.kind().path();
    var etag = FourEyes.etag("the denial", read(sequel.denial(), entry));
    if (sequel.kind() == Sequel.Kind.HOLD) {
      hold(sequel, entry, fourEyes.releaser(), path, etag);
    } else {
      var body = sequel.bodyWith(other -> inventory.find(other).orElseThrow().reference());
      fourEyes.carryOut("officer", path, etag, body);
    }
  }

  /** Holds a record back; when that is refused, an answer may have been lost that it is held. */
  private void hold(
      Sequel sequel, Inventory.Entry entry, Caller releaser, String path, String etag) {
    var held = api.send(releaser, "POST", path, Map.of("If-Match", etag), sequel.body());
    if (held.status() != 412 || !read(sequel.denial(), entry).body().path("held").asBoolean()) {
      Api.expect(200, "POST " + path, held);
    }
  }

  private static Caller officer(DemoDenial denial) {
    return new Caller(denial.owner(), "officer");
  }

  private static ObjectNode reason(String text) {
    return DemoFiles.JSON.createObjectNode().put("reason", text);
  }
}
