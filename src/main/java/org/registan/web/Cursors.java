package org.registan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.registan.kernel.Json;

/**
 * Opaque cursors, each bound to one caller and one query: taken only from whom and for what they
 * were given. The same place in the same query always has the same cursor.
 */
public final class Cursors {

  private Cursors() {}

  public static String seal(String key, String boundTo, Object place) {
    var text = Json.canonical(Json.tree(place));
    return base64(text.getBytes(UTF_8)) + "." + base64(tag(key, boundTo, text));
  }

  /** The place a cursor stands for; a problem when it is not ours, not yours or not for this. */
  public static <T> T open(String key, String boundTo, String cursor, Class<T> type) {
    return open(key, boundTo, "cursor", cursor, type);
  }

  /** The same of a cursor that came in a parameter of another name. */
  public static <T> T open(
      String key, String boundTo, String parameter, String cursor, Class<T> type) {
    return text(cursor)
        .filter(
            it -> cursor.equals(base64(it.getBytes(UTF_8)) + "." + base64(tag(key, boundTo, it))))
        .map(it -> Json.to(Json.parse(it), type))
        .orElseThrow(() -> Problem.invalid(List.of(Fault.in(parameter, "is not for this query"))));
  }

  /** What a page holds, and the cursor of what follows it. */
  public record Page<T>(List<T> items, Optional<String> next) {

    /** The same page, its items in another shape. */
    public <R> Page<R> map(Function<T, R> shape) {
      return new Page<>(items.stream().map(shape).toList(), next);
    }
  }

  /** A page of {@code found}, which holds one more than the limit when more follows. */
  public static <T> Page<T> page(
      String key, String boundTo, List<T> found, int limit, Function<T, Object> place) {
    var items = found.subList(0, Math.min(limit, found.size()));
    return page(key, boundTo, items, found.size() > limit, place);
  }

  /** A page of these, after which more may follow. */
  public static <T> Page<T> page(
      String key, String boundTo, List<T> items, boolean more, Function<T, Object> place) {
    Optional<String> next =
        more ? Optional.of(seal(key, boundTo, place.apply(items.getLast()))) : Optional.empty();
    return new Page<>(items, next);
  }

  /** What a cursor says, before anything vouches for it. */
  public static Optional<JsonNode> peek(String cursor) {
    try {
      return text(cursor).map(Json::parse);
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(String cursor) {
    try {
      var dot = cursor.indexOf('.');
      return dot < 0
          ? Optional.empty()
          : Optional.of(new String(Base64.getUrlDecoder().decode(cursor.substring(0, dot)), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A number that means nothing to who carries it, for places in what several participants share:
   * AES in counter mode under a nonce made of the number, so that the same has the same veil.
   */
  public static String veil(String key, long number) {
    var plain = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    var nonce = tag(key, "veil", String.valueOf(number));
    return base64(ByteBuffer.allocate(24).put(nonce).put(aes(key, nonce, plain)).array());
  }

  /** The number behind a veil of ours; a cursor has vouched for it. */
  public static long unveil(String key, String veil) {
    var bytes = Base64.getUrlDecoder().decode(veil);
    return ByteBuffer.wrap(aes(key, Arrays.copyOf(bytes, 16), Arrays.copyOfRange(bytes, 16, 24)))
        .getLong();
  }

  private static byte[] aes(String key, byte[] nonce, byte[] text) {
    try {
      var secret = MessageDigest.getInstance("SHA-256").digest(("veil" + key).getBytes(UTF_8));
      var cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new IvParameterSpec(nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  private static byte[] tag(String key, String boundTo, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      var bound = MessageDigest.getInstance("SHA-256").digest(boundTo.getBytes(UTF_8));
      mac.update(bound);
      return Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
