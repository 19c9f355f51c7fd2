package dev.strake.check.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A flag that follows from the spec; all of them are data, in a table.
 *
 * @param component {@code kube-apiserver} and the like
 * @param section of the API server that must be there for it
 * @param instead what to write, with {@code {value}} for the flag's value
 */
record ManagedFlag(String component, String flag, Section section, String instead) {

  private static final String TABLE = "managed-flags.tsv";

  /** When a flag is ours. */
  enum Section {
    always,
    anonymousAuth,
    encryption,
    podSecurity
  }

  static List<ManagedFlag> all() {
    return Table.ALL;
  }

  private static final class Table {
    static final List<ManagedFlag> ALL =
        lines().stream().skip(1).map(line -> of(line.split("\t", -1))).toList();
  }

  private static ManagedFlag of(String[] cells) {
    if (cells.length != 4) {
      throw new IllegalStateException(TABLE + ": not four cells: " + String.join("|", cells));
    }
    return new ManagedFlag(cells[0], cells[1], Section.valueOf(cells[2]), cells[3]);
  }

  private static List<String> lines() {
    try (InputStream in = ManagedFlag.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + TABLE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
