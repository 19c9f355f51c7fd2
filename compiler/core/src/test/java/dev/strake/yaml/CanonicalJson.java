package dev.strake.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** JSON with sorted keys and without spaces; numbers stay as they are written. */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      TreeMap<String, String> fields = new TreeMap<>();
      mapping.entries().forEach(entry -> fields.put(entry.name(), of(entry.value())));
      return object(fields);
    }
    if (node instanceof YamlSequence list) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      list.items().forEach(item -> items.add(of(item)));
      return items.toString();
    }
    YamlScalar scalar = (YamlScalar) node;
    return scalar.isString() ? quoted(scalar.value()) : scalar.value();
  }

  /** What the parser stands on. */
  static String of(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      TreeMap<String, String> fields = new TreeMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, of(json));
      }
      return object(fields);
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(of(json));
      }
      return items.toString();
    }
    return json.currentToken() == JsonToken.VALUE_STRING ? quoted(json.getText()) : json.getText();
  }

  /** All documents of kubectl's output, without the annotation that it was asked to add. */
  static List<String> ofOutput(String output) throws IOException {
    List<String> documents = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(output)) {
      while (json.nextToken() != null) {
        documents.add(of(json).replace("\"annotations\":{\"strake.dev/x\":\"y\"},", ""));
      }
    }
    return documents;
  }

  private static String object(SortedMap<String, String> fields) {
    StringJoiner out = new StringJoiner(",", "{", "}");
    fields.forEach((name, value) -> out.add(quoted(name) + ":" + value));
    return out.toString();
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
