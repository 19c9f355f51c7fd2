package dev.strake.report;

import dev.strake.source.Position;
import dev.strake.source.SourceRange;
import java.nio.charset.StandardCharsets;

/** Places as SARIF has them. */
final class SarifPlace {

  /** What paths are relative to; GitHub knows it by this name. */
  static final String BASE = "%SRCROOT%";

  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  private SarifPlace() {}

  /** A location with nothing but its place, left open for more. */
  static JsonWriter beginLocation(SourceRange range, JsonWriter json) {
    json.beginObject().name("physicalLocation").beginObject();
    artifact(range.file().path(), json.name("artifactLocation"));
    region(range, json.name("region"));
    return json.endObject();
  }

  static void artifact(String path, JsonWriter json) {
    json.beginObject().field("uri", uri(path));
    if (!isAbsolute(path)) {
      json.field("uriBaseId", BASE);
    }
    json.endObject();
  }

  /** The end is behind the last character, as in SARIF. */
  static void region(SourceRange range, JsonWriter json) {
    Position start = range.startPosition();
    Position end = range.endPosition();
    json.beginObject()
        .field("startLine", start.line())
        .field("startColumn", start.column())
        .field("endLine", end.line())
        .field("endColumn", end.column())
        .endObject();
  }

  /** Files of another root than the first are named by their whole path. */
  private static boolean isAbsolute(String path) {
    return path.startsWith("/");
  }

  private static String uri(String path) {
    StringBuilder uri = new StringBuilder(isAbsolute(path) ? "file://" : "");
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (isPlain(c)) {
        uri.append(c);
      } else {
        uri.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 0xF));
      }
    }
    return uri.toString();
  }

  /** A colon is not: before the first slash it would end a scheme. */
  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }

  private static char hexDigit(int value) {
    return "0123456789ABCDEF".charAt(value);
  }
}
