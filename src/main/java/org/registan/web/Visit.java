package org.registan.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Actor;

/** One request from its arrival to its answer: who asks and when, and never what. */
public final class Visit {

  private static final String KEY = "registan.visit";
  private static final String HEAD = ":";

  private final String id = UUID.randomUUID().toString();
  private final Instant since;
  private final String address;
  private final List<Runnable> atEnd = new ArrayList<>();
  private volatile @Nullable Actor actor;
  private boolean over;

  private Visit(Instant since, String address) {
    this.since = since;
    this.address = address;
  }

  static Visit begin(RoutingContext context, Instant now) {
    var remote = context.request().remoteAddress();
    var visit =
        from(now, remote == null || remote.hostAddress() == null ? "-" : remote.hostAddress());
    context.put(KEY, visit);
    context.addEndHandler(ended -> visit.end());
    return visit;
  }

  static Visit from(Instant now, String address) {
    return new Visit(now, network(address));
  }

  static @Nullable Visit of(RoutingContext context) {
    return context.get(KEY);
  }

  /** Says who is found to be calling, once a token says so. */
  public static void by(RoutingContext context, Actor actor) {
    var visit = of(context);
    if (visit != null) {
      visit.by(actor);
    }
  }

  void by(Actor found) {
    actor = found;
  }

  /**
   * Has this done once, when the request is over: at once if it is, as when the caller left while
   * it was still being let in.
   */
  void whenOver(Runnable act) {
    if (!waits(act)) {
      act.run();
    }
  }

  private synchronized boolean waits(Runnable act) {
    return !over && atEnd.add(act);
  }

  /** The server may say so twice of one request: of its answer, and of its connection. */
  void end() {
    ended().forEach(Runnable::run);
  }

  private synchronized List<Runnable> ended() {
    over = true;
    var acts = List.copyOf(atEnd);
    atEnd.clear();
    return acts;
  }

  String id() {
    return id;
  }

  Instant since() {
    return since;
  }

  String participant() {
    var known = actor;
    return known == null ? "-" : known.participant();
  }

  /** Whether somebody with an account or a client of their own is calling. */
  boolean isKnown() {
    return actor != null;
  }

  /** Whose requests count together: a machine client's, an account's, or else an address's. */
  String pacedAs() {
    var known = actor;
    if (known == null) {
      return address;
    }
    return known.client() == null ? known.account() : "client " + known.client();
  }

  /** IPv6 by its first half, which is what one subscriber is given. */
  private static String network(String address) {
    var parts = address.split(HEAD, -1);
    return parts.length < 4 ? address : String.join(HEAD, List.of(parts).subList(0, 4));
  }
}
