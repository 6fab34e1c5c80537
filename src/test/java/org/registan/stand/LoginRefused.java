package org.registan.stand;

/** A log-in that the hub, or the national provider, refused; the message is what its page said. */
public final class LoginRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoginRefused(String message) {
    super(message);
  }
}
