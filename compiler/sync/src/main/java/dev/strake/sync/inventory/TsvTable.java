package dev.strake.sync.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of this package's resources: cells with tabs between them, comments behind a hash. */
final class TsvTable {

  private TsvTable() {}

  /** The rows, each with the right number of cells, none of them empty. */
  static List<List<String>> rows(String file, int cells) {
    return read(file)
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> row(line, cells))
        .toList();
  }

  private static List<String> row(String line, int cells) {
    List<String> row = List.of(line.split("\t", -1));
    if (row.size() != cells || row.contains("")) {
      throw new IllegalStateException("not " + cells + " cells: " + line);
    }
    return row;
  }

  private static String read(String file) {
    try (InputStream in = TsvTable.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
