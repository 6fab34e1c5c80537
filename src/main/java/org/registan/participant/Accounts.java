package org.registan.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.database.Database;
import org.registan.identity.Admission;
import org.registan.identity.Claims;
import org.registan.kernel.Actor;

/**
 * Accounts of people, each pinned to the participant it was first seen with (DESIGN 8). A token is
 * admitted only when provider, participant, agency and roles agree with our registers.
 */
@ApplicationScoped
public class Accounts implements Admission {

  private static final Logger LOG = Logger.getLogger(Accounts.class);

  /**
   * Whether the contract can be tried out in a browser, which logs people in by a client of its
   * own.
   */
  public static final String DOCS = "registan.docs";

  public static final String DOCS_CLIENT = "registan-docs";

  private static final String CONSOLE_CLIENT = "registan-web";

  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,60}");

  /** OpenID Connect Core 2: at most 255 ASCII characters. */
  private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final Database database;
  private final Clients clients;
  private final Clock clock;

  /** The clients people log in through; a person's token from any other is refused. */
  private final Set<String> browserClients;

  Accounts(
      Database database, Clients clients, Clock clock, @ConfigProperty(name = DOCS) boolean docs) {
    this.database = database;
    this.browserClients = docs ? Set.of(CONSOLE_CLIENT, DOCS_CLIENT) : Set.of(CONSOLE_CLIENT);
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * An account as its state's administrator sees it.
   *
   * @param providerSubject who it is at the state's own provider, which knows the name
   */
  public record Account(
      String account,
      @Nullable String providerSubject,
      String agency,
      Instant firstSeen,
      boolean blocked) {}

  @Override
  public Optional<Actor> admit(Claims claims) {
    return claims.provider() == null
        ? database.act(handle -> clients.admit(handle, claims))
        : database.act(handle -> person(handle, claims));
  }

  @Override
  public boolean isStillAdmitted(Actor actor) {
    return database.act(handle ->
        handle
            .createQuery(
                actor.client() == null
                    ? "SELECT blocked FROM account WHERE subject = :who AND participant = :of"
                    : "SELECT blocked FROM machine_client WHERE client_id = :who AND participant = :of")
            .bind("who", actor.client() == null ? actor.account() : actor.client())
            .bind("of", actor.participant())
            .mapTo(boolean.class)
            .findOne()
            .filter(blocked -> !blocked)
            .isPresent());
  }

  @Override
  public boolean knowsProvider(String alias) {
    return database.act(handle ->
        handle
            .createQuery("SELECT provider FROM participant")
            .mapTo(String.class)
            .list()
            .contains(alias));
  }

  private Optional<Actor> person(Handle handle, Claims claims) {
    if (claims.agency() == null
        || !NAME.matcher(claims.agency()).matches()
        || !browserClients.contains(claims.client())) {
      return Optional.empty();
    }
    var register = register(handle, claims);
    if (register.isEmpty() || !register.get().agrees(claims)) {
      LOG.warnf("refused: provider, participant or agency not registered (%s)", claims.client());
      return Optional.empty();
    }
    var entry = register.get();
    if (entry.pinned().isEmpty()) {
      pin(handle, claims);
      return person(handle, claims);
    }
    if (!entry.pinned().get().equals(claims.participant())) {
      LOG.errorf(
          "ALERT: account %s of %s now claims %s; refused",
          claims.subject(), entry.pinned().get(), claims.participant());
      return Optional.empty();
    }
    var roles = new HashSet<>(claims.roles());
    roles.retainAll(entry.kind().roles());
    return entry.blocked() || roles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Actor(claims.participant(), claims.agency(), roles, claims.subject(), null));
  }

  private record Register(
      Participant.Kind kind,
      String provider,
      String agency,
      Optional<String> pinned,
      boolean blocked) {

    /** To the letter. */
    boolean agrees(Claims claims) {
      return provider.equals(claims.provider()) && agency.equals(claims.agency());
    }
  }

  private static Optional<Register> register(Handle handle, Claims claims) {
    return handle
        .createQuery(
            """
            SELECT p.kind, p.provider, a.id, c.participant, COALESCE(c.blocked, FALSE)
            FROM participant p
            JOIN agency a ON a.participant = p.code AND a.id = :agency
            LEFT JOIN account c ON c.subject = :subject
            WHERE p.code = :participant
            """)
        .bind("agency", claims.agency())
        .bind("subject", claims.subject())
        .bind("participant", claims.participant())
        .map((row, ctx) ->
            new Register(
                Participant.Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                row.getBoolean(5)))
        .findOne();
  }

  private void pin(Handle handle, Claims claims) {
    handle.execute(
        "INSERT INTO account (subject, participant, provider_subject, agency, first_seen)"
            + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE subject = subject",
        claims.subject(),
        claims.participant(),
        Optional.ofNullable(claims.providerSubject())
            .filter(it -> SUBJECT.matcher(it).matches())
            .orElse(null),
        claims.agency(),
        clock.instant());
  }

  /** The accounts of one participant, by when they were first seen. */
  public List<Account> of(Handle handle, String participant) {
    return handle
        .createQuery(
            "SELECT subject, provider_subject, agency, first_seen, blocked FROM account"
                + " WHERE participant = :participant ORDER BY first_seen, subject")
        .bind("participant", participant)
        .map((row, ctx) ->
            new Account(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 4, ctx),
                row.getBoolean(5)))
        .list();
  }

  /** Blocks or unblocks an account of one participant, from its next request on. */
  public Optional<Account> block(
      Handle handle, String participant, String account, boolean blocked) {
    handle.execute(
        "UPDATE account SET blocked = ? WHERE subject = ? AND participant = ?",
        blocked,
        account,
        participant);
    return of(handle, participant).stream().filter(it -> it.account().equals(account)).findFirst();
  }
}
