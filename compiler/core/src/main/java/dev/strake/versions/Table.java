package dev.strake.versions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table among this package's resources: a line with the columns' names, then a line a row, cells
 * apart by one tab. Lines that begin with {@code #} are for readers, and say where the facts come
 * from. A table that is not exactly so is a mistake of the program and stops it.
 */
record Table(List<Row> rows) {

  /**
   * @throws IllegalStateException if the table is malformed
   */
  static Table load(String name, String... columns) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(name, text, List.of(columns));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  static Table parse(String name, String text, List<String> columns) {
    List<Row> rows = new ArrayList<>();
    boolean header = true;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      Row row = new Row(name + ":" + number, columns, List.of(line.split("\t", -1)));
      if (!header) {
        rows.add(row);
      } else if (!row.cells().equals(columns)) {
        throw row.wrong("its columns are " + row.cells() + " instead of " + columns);
      }
      header = false;
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(name + " has no rows");
    }
    return new Table(List.copyOf(rows));
  }
}
