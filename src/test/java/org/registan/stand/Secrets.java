package org.registan.stand;

import com.fasterxml.jackson.core.type.TypeReference;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Passwords and signing keys, made when first asked for and kept in files that only their owner may
 * read: one file of passwords, and per key a JWK and the same as PEM.
 */
public final class Secrets {
  private final Path dir;

  Secrets(Path dir) {
    this.dir = dir.toAbsolutePath();
  }

  public synchronized String password(String name) {
    try {
      Path file = Trees.ownersDirectory(dir).resolve("passwords.json");
      Map<String, String> known = new TreeMap<>();
      if (Files.exists(file)) {
        known.putAll(Json.MAPPER.readValue(file.toFile(), new TypeReference<>() {}));
      }
      String password = known.get(name);
      if (password == null) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        known.put(name, password);
        Trees.writeOwners(
            file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(known));
      }
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ES256 key of a client; its id is its RFC 7638 thumbprint. */
  public synchronized ECKey key(String client) {
    try {
      Path file = Trees.ownersDirectory(dir).resolve(client + ".jwk");
      if (Files.exists(file)) {
        return ECKey.parse(Files.readString(file));
      }
      ECKey key = newKey();
      Trees.writeOwners(pem(client), pemOf(key));
      Trees.writeOwners(file, key.toJSONString());
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("the key of " + client, e);
    }
  }

  /** Where the key of a client stands as PEM (PKCS#8), for programs that want it so. */
  public Path pem(String client) {
    return dir.resolve(client + ".pem");
  }

  public static ECKey newKey() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256)
        .algorithm(JWSAlgorithm.ES256)
        .keyUse(KeyUse.SIGNATURE)
        .keyIDFromThumbprint(true)
        .generate();
  }

  private static String pemOf(ECKey key) throws JOSEException {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.toECPrivateKey().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }
}
