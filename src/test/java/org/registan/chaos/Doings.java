package org.registan.chaos;

import java.util.Map;
import java.util.Random;
import org.registan.chaos.Known.Own;
import org.registan.chaos.Wire.Answer;
import org.registan.chaos.Wire.Caller;

/** What one state does in a run: with whom, and what it knows of what became of it. */
abstract class Doings {
  final String state;
  final Wire wire;
  final Known known;
  final Findings findings;
  final Random chance;
  final Contents contents;
  final Approvals approvals;

  Doings(String state, Wire wire, Findings findings, long seed) {
    this.state = state;
    this.wire = wire;
    this.known = new Known();
    this.findings = findings;
    this.chance = new Random(seed);
    this.contents = new Contents(state, chance);
    this.approvals = new Approvals(state, wire, known, findings, chance);
  }

  /** More that the same state does. */
  Doings(Doings same) {
    this.state = same.state;
    this.wire = same.wire;
    this.known = same.known;
    this.findings = same.findings;
    this.chance = same.chance;
    this.contents = same.contents;
    this.approvals = same.approvals;
  }

  Caller as(String role) {
    return approvals.as(role);
  }

  /** What its officer reads. */
  Answer read(String path) {
    return wire.get(as("officer"), path);
  }

  static Map<String, String> match(Own record) {
    return Map.of("If-Match", record.etag());
  }

  void done(String act) {
    findings.count("acts");
    findings.count("act: " + act);
  }
}
