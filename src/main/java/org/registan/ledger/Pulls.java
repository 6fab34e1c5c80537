package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.registan.database.Database;
import org.registan.identity.Stay;
import org.registan.kernel.Actor;

/**
 * Pages of the feed, waited for if need be. Who waits holds neither connection nor transaction, and
 * looks at nothing but how far its own ledger goes.
 */
@ApplicationScoped
class Pulls {

  private static final int LOOKS_A_SECOND = 4;
  private static final long PAUSE = Duration.ofSeconds(1).toNanos() / LOOKS_A_SECOND;

  private final Feed feed;
  private final Positions positions;
  private final Database database;

  Pulls(Feed feed, Positions positions, Database database) {
    this.feed = feed;
    this.positions = positions;
    this.database = database;
  }

  /**
   * What is asked for, by whom.
   *
   * @param seconds for which an empty page may keep its caller
   */
  record Pull(Stay stay, Optional<String> after, List<String> types, int seconds) {

    Actor actor() {
      return stay.actor();
    }
  }

  /** The page after one that was sent, if its caller may still have it. */
  Feed.Page following(Pull pull, String cursor, int limit) {
    pull.stay().require();
    return read(new Pull(pull.stay(), Optional.of(cursor), pull.types(), 0), limit);
  }

  /** The next page, or an empty one when the wait is over. */
  Feed.Page next(Pull pull, int limit) {
    if (pull.seconds() == 0) {
      return read(pull, limit);
    }
    var seen = last(pull);
    var page = read(pull, limit);
    for (int looks = pull.seconds() * LOOKS_A_SECOND;
        page.changes().isEmpty() && looks > 0;
        looks--) {
      LockSupport.parkNanos(PAUSE);
      var now = last(pull);
      if (now > seen) {
        seen = now;
        pull.stay().require();
        page = read(pull, limit);
      }
    }
    return page;
  }

  private long last(Pull pull) {
    return database.act(handle -> positions.last(handle, pull.actor()));
  }

  private Feed.Page read(Pull pull, int limit) {
    return database.act(
        handle -> feed.read(handle, pull.actor(), pull.after(), pull.types(), limit));
  }
}
