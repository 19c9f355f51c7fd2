package dev.strake.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to write for names that other tools use, or that Kubernetes used. The names are data, in two
 * tables beside this class; they are looked up only where something unknown was written.
 */
final class MovedNames {

  /**
   * @param instead what to write
   * @param origin where the name comes from
   */
  record Moved(String instead, String origin) {}

  private MovedNames() {}

  /** A field's name, in any section. */
  static Optional<Moved> field(String name) {
    return Optional.ofNullable(Fields.ALL.get(bare(name)));
  }

  /** A value of an enum or a sealed section's {@code type}. */
  static Optional<String> value(String key, String value) {
    return Optional.ofNullable(Values.ALL.get(key + "\t" + value));
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static final class Fields {
    static final Map<String, Moved> ALL = new HashMap<>();

    static {
      for (String line : lines("moved-fields.tsv")) {
        String[] columns = line.split("\t", 3);
        ALL.put(bare(columns[0]), new Moved(columns[1], columns[2]));
      }
    }
  }

  private static final class Values {
    static final Map<String, String> ALL = new HashMap<>();

    static {
      for (String line : lines("moved-values.tsv")) {
        int last = line.lastIndexOf('\t');
        ALL.put(line.substring(0, last), line.substring(last + 1));
      }
    }
  }

  private static Iterable<String> lines(String name) {
    try (InputStream in = MovedNames.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
