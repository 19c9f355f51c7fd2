package dev.strake.schemas.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines with columns separated by tabs, behind one line of titles; {@code #} starts a
 * comment line.
 *
 * @param rows each with as many columns as there are titles
 */
record Table(List<List<String>> rows) {

  static Table read(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int width = -1;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> row = List.of(line.split("\t", -1));
      if (width < 0) {
        width = row.size();
      } else if (row.size() == width) {
        rows.add(row);
      } else {
        throw new IllegalStateException(file + ": not " + width + " columns: " + line);
      }
    }
    return new Table(rows);
  }
}
