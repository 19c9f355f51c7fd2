package dev.strake.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** JSON inside of other values. */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** Whether Go's json.Unmarshal can make a map of it; null is an empty one. */
  static boolean isObjectOrNull(String text) {
    return isOrNull(text, JsonToken.START_OBJECT);
  }

  /** Whether it can make a list of it. */
  static boolean isListOrNull(String text) {
    return isOrNull(text, JsonToken.START_ARRAY);
  }

  private static boolean isOrNull(String text, JsonToken start) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      boolean kind = first == start || first == JsonToken.VALUE_NULL;
      parser.skipChildren();
      return kind && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
