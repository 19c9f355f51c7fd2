package dev.strake.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** APIs whose objects mean the same in a later version, field by field. */
final class LosslessMoves {

  private static final String TITLES = "from\tkind\tto";

  private static final Map<String, String> MOVES = load();

  private LosslessMoves() {}

  /** The API version that an object can name instead, with nothing else changed. */
  static Optional<String> of(String apiVersion, String kind) {
    return Optional.ofNullable(MOVES.get(KindSchema.key(apiVersion, kind)));
  }

  private static Map<String, String> load() {
    try (InputStream in = LosslessMoves.class.getResourceAsStream("lossless-moves.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no table of moves");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalStateException if the table is broken
   */
  static Map<String, String> parse(String text) {
    Map<String, String> moves = new HashMap<>();
    boolean titles = true;
    for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
      String[] row = line.split("\t", -1);
      if (titles ? !line.equals(TITLES) : row.length != 3) {
        throw new IllegalStateException("not a row: " + line);
      }
      if (!titles && moves.put(KindSchema.key(row[0], row[1]), row[2]) != null) {
        throw new IllegalStateException("twice: " + line);
      }
      titles = false;
    }
    return Map.copyOf(moves);
  }
}
