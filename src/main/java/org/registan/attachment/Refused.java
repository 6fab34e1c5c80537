package org.registan.attachment;

/** A file is not what it says, or holds what is not taken; says why, and nothing of the file. */
final class Refused extends Exception {

  Refused(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
