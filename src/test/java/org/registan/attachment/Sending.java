package org.registan.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.util.Locale;

/** How files are sent to be attached. */
public final class Sending {

  private Sending() {}

  /** A file of this name, with the type that its ending says. */
  public static RequestSpecification of(RequestSpecification as, String name, byte[] file) {
    var type = name.toLowerCase(Locale.ROOT).endsWith(".docx") ? Files.DOCX : Files.PDF;
    return typed(as, type)
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name))
        .body(file);
  }

  /** A body of this type, to which nothing is added. */
  public static RequestSpecification typed(RequestSpecification as, String type) {
    var raw =
        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
    return as.config(RestAssured.config().encoderConfig(raw)).contentType(type);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
