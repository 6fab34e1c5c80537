package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A script of {@code deploy/}, run against a stand as who keeps a host runs it. */
public final class DeployScript {

  private final Stand stand;

  public DeployScript(Stand stand) {
    this.stand = stand;
  }

  /** How a script ended, and all that it said. */
  public record Outcome(int status, String said) {}

  /** Adds the state of this entry, whose provider is at {@code issuer}. */
  public Outcome addAState(Path entry, String issuer) {
    return run("add-a-state.sh", entry.toString(), issuer);
  }

  /** Makes a reading machine client of a participant known to the hub. */
  Outcome client(String client, String participant, Path keys, String thumbprint) {
    return run(
        "hub.sh", "client", client, participant, "machine-read", keys.toString(), thumbprint);
  }

  /** Gives a machine client another key at the hub. */
  public Outcome rotate(String client, ECKey key) {
    Path keys = stand.state().resolve(client + ".jwks");
    write(keys, ClientKeys.jwks(key));
    return run("hub.sh", "rotate", client, keys.toString(), ClientKeys.thumbprint(key));
  }

  private Outcome run(String script, String... arguments) {
    Path password = stand.state().resolve("keycloak-admin");
    write(password, stand.identityProvider().secrets().password(Admin.USER));
    List<String> command =
        Stream.concat(
                Stream.of("sh", Checkout.root().resolve("deploy").resolve(script).toString()),
                Stream.of(arguments))
            .toList();
    ProcessBuilder shell = new ProcessBuilder(command).redirectErrorStream(true);
    shell.environment().put("KEYCLOAK", stand.identityProvider().url());
    shell.environment().put("ADMIN_PASSWORD_FILE", password.toString());
    shell.environment().put("REGISTAN", stand.applicationUrl());
    shell.environment().put("OPERATOR_TOKEN", stand.tokens().of("OPS", "operator").access());
    return outcome(shell);
  }

  static Outcome outcome(ProcessBuilder shell) {
    try {
      Process process = shell.start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Outcome(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Trees.writeOwners(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
