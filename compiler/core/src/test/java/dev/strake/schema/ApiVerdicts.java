package dev.strake.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What a real API server said to thousands of objects, each one small change away from a good one.
 */
public final class ApiVerdicts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiVerdicts() {}

  /**
   * @param change operation and place, for messages
   * @param object as JSON
   */
  public record Verdict(String change, String object, boolean accepted) {}

  public static List<Verdict> read() throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    try (InputStream in = ApiVerdicts.class.getResourceAsStream("/api/verdicts-1.36.tsv.gz");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      JsonNode seed = JSON.nullNode();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] columns = line.split("\t", -1);
        if (columns[0].equals("seed")) {
          seed = JSON.readTree(columns[1]);
          verdicts.add(new Verdict("seed", columns[1], true));
        } else {
          verdicts.add(verdict(seed, columns));
        }
      }
    }
    return verdicts;
  }

  private static Verdict verdict(JsonNode seed, String[] columns) throws JsonProcessingException {
    JsonNode object = seed.deepCopy();
    int last = columns[1].lastIndexOf('/');
    JsonNode parent = object.at(columns[1].substring(0, last));
    String key = columns[1].substring(last + 1).replace("~1", "/").replace("~0", "~");
    change(columns[0], parent, key, JSON.readTree(columns[2]));
    return new Verdict(
        columns[0] + " " + columns[1] + " " + columns[2],
        JSON.writeValueAsString(object),
        columns[3].equals("accepted"));
  }

  private static void change(String operation, JsonNode parent, String key, JsonNode value) {
    switch (operation) {
      case "set" -> set(parent, key, value);
      case "delete" -> delete(parent, key);
      case "rename", "case" ->
          ((ObjectNode) parent).set(value.textValue(), ((ObjectNode) parent).remove(key));
      case "dup" -> {
        ArrayNode list = (ArrayNode) parent.get(key);
        list.add(list.get(0).deepCopy());
      }
      default -> throw new IllegalStateException(operation);
    }
  }

  private static void set(JsonNode parent, String key, JsonNode value) {
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(key), value);
    } else {
      ((ObjectNode) parent).set(key, value);
    }
  }

  private static void delete(JsonNode parent, String key) {
    if (parent instanceof ArrayNode list) {
      list.remove(Integer.parseInt(key));
    } else {
      ((ObjectNode) parent).remove(key);
    }
  }
}
