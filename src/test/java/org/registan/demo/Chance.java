package org.registan.demo;

import java.util.List;
import java.util.Random;

/** Choices that look like chance and are the same in every run: each is seeded by its name. */
final class Chance {

  private static final long SEED = 1540;

  private final Random random;

  Chance(String name) {
    random = new Random(seed(name));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean percent(int percentage) {
    return random.nextInt(100) < percentage;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String digits(int count) {
    var digits = new StringBuilder();
    for (var i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  /** FNV-1a, then the finaliser of SplitMix64, so that near names are far apart. */
  private static long seed(String name) {
    var hash = 0xcbf29ce484222325L ^ SEED;
    for (var i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
