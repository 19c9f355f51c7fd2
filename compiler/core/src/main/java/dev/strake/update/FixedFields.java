package dev.strake.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that updates may not change, by kind.
 *
 * @param all in the order of the table
 * @param serverDefaults names of fields inside of them that the server fills in
 */
record FixedFields(List<FixedField> all, Set<String> serverDefaults) {

  private static final String TITLES = "group\tkind\tpath\tbut\tabsent\tunless\tremedy\tsource";
  private static final int COLUMNS = 8;

  /**
   * @throws IllegalStateException if the table is broken
   */
  static FixedFields load() {
    List<String> lines = lines("immutable-fields.tsv");
    if (!lines.get(0).equals(TITLES)) {
      throw new IllegalStateException("unknown columns: " + lines.get(0));
    }
    return new FixedFields(
        lines.stream().skip(1).map(FixedFields::row).toList(),
        Set.copyOf(lines("server-defaults.txt")));
  }

  private static FixedField row(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS || !columns[7].startsWith("https://")) {
      throw new IllegalStateException("not a row: " + line);
    }
    return new FixedField(
        columns[0],
        columns[1],
        "/" + columns[2].replace('.', '/'),
        columns[3].isEmpty() ? Set.of() : Set.of(columns[3].split(",", -1)),
        columns[4],
        columns[5].isEmpty() ? Leeway.NONE : Leeway.valueOf(columns[5].toUpperCase(Locale.ROOT)),
        columns[6]);
  }

  /** Without comments. */
  private static List<String> lines(String name) {
    try (InputStream in = FixedFields.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
