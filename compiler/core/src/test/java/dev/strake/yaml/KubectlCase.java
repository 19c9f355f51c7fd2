package dev.strake.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What kubectl made of a text.
 *
 * @param input the fields of an object, or a whole file if it says {@code apiVersion} itself
 * @param stricter the code with which we refuse what kubectl takes, and should; else empty
 * @param refused whether kubectl refused it
 * @param documents what kubectl read, as canonical JSON
 */
record KubectlCase(
    String input, Optional<String> stricter, boolean refused, List<String> documents) {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final String HEADER =
      "apiVersion: strake.dev/v1\nkind: Probe\nmetadata: {name: probe}\n";

  String file() {
    return input.contains("apiVersion") ? input : HEADER + input;
  }

  static KubectlCase parse(String line) throws IOException {
    String input = "";
    Optional<String> stricter = Optional.empty();
    boolean refused = false;
    List<String> documents = new ArrayList<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "input" -> input = json.getText();
          case "stricter" -> stricter = Optional.of(json.getText());
          case "refused" -> refused = json.getBooleanValue();
          case "documents" -> {
            while (json.nextToken() != JsonToken.END_ARRAY) {
              documents.add(CanonicalJson.of(json));
            }
          }
          default -> throw new IOException("unknown field " + field);
        }
      }
    }
    return new KubectlCase(input, stricter, refused, documents);
  }

  String toLine() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("input", input);
      if (stricter.isPresent()) {
        json.writeStringField("stricter", stricter.get());
      }
      if (refused) {
        json.writeBooleanField("refused", true);
      } else {
        json.writeArrayFieldStart("documents");
        for (String document : documents) {
          json.writeRawValue(document);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return out.toString();
  }
}
