package org.registan.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.registan.As;
import org.registan.stand.Secrets;

/** Tokens that say what a genuine one says, and that the hub never signed. */
public final class Forgeries {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Forgeries() {}

  /** Unsigned, tampered with, or signed with what everybody has or can make. */
  public static List<String> of(String genuine) throws JOSEException, ParseException, IOException {
    var parts = genuine.split("\\.", -1);
    var none = BASE64.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    var all = new ArrayList<>(forged(SignedJWT.parse(genuine)));
    all.add(none + "." + parts[1] + ".");
    all.add(none + "." + parts[1] + "." + parts[2]);
    all.add(parts[0] + "." + parts[1] + ".");
    all.add(parts[0] + "." + otherParticipant(parts[1]) + "." + parts[2]);
    all.add(parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse());
    return all;
  }

  private static List<String> forged(SignedJWT genuine)
      throws JOSEException, ParseException, IOException {
    var kid = genuine.getHeader().getKeyID();
    var hub = URI.create(As.stand().identityProvider().hub() + "/protocol/openid-connect/certs");
    var known = JWKSet.load(hub.toURL()).getKeyByKeyId(kid).toRSAKey();
    var made = new RSAKeyGenerator(2048).keyID(kid).generate();
    var byKey = signedBy(JWSAlgorithm.HS256, kid, genuine);
    byKey.sign(new MACSigner(known.toRSAPublicKey().getEncoded()));
    var byPem = signedBy(JWSAlgorithm.HS256, kid, genuine);
    var body =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(known.toRSAPublicKey().getEncoded());
    byPem.sign(
        new MACSigner(
            "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(body)));
    var byOwn = signedBy(JWSAlgorithm.PS256, kid, genuine);
    byOwn.sign(new RSASSASigner(made));
    var embedded =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.PS256)
                .type(JOSEObjectType.JWT)
                .jwk(made.toPublicJWK())
                .build(),
            genuine.getJWTClaimsSet());
    embedded.sign(new RSASSASigner(made));
    return List.of(byKey.serialize(), byPem.serialize(), byOwn.serialize(), embedded.serialize());
  }

  private static SignedJWT signedBy(JWSAlgorithm algorithm, String kid, SignedJWT genuine)
      throws ParseException {
    return new SignedJWT(
        new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(kid).build(),
        genuine.getJWTClaimsSet());
  }

  private static String otherParticipant(String payload) {
    var claims = new String(Base64.getUrlDecoder().decode(payload), UTF_8);
    return BASE64.encodeToString(claims.replace("\"KAZ\"", "\"PAK\"").getBytes(UTF_8));
  }

  /** Of a new key, for the hub's token endpoint. */
  static String dpopProof() throws JOSEException {
    var key = Secrets.newKey();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build(),
            new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim(
                    "htu", As.stand().identityProvider().hub() + "/protocol/openid-connect/token")
                .issueTime(Date.from(Instant.now()))
                .build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }
}
