package org.registan.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of anything one request may hold; see the README for what each bounds. */
@ConfigMapping(prefix = "registan.limits")
interface Limits {

  /** Characters of path and query. */
  @WithDefault("8192")
  int url();

  /** Characters of all header names and values. */
  @WithDefault("16384")
  int headers();

  /** Bytes of a JSON body. */
  @WithDefault("2M")
  MemorySize body();

  /** Objects and arrays inside each other. */
  @WithDefault("40")
  int depth();

  /** Characters of a text in JSON, and of a member's name. */
  @WithDefault("100000")
  int text();

  /** Characters of a number in JSON. */
  @WithDefault("40")
  int number();

  /** Elements of one array, members of one object. */
  @WithDefault("5000")
  int elements();
}
