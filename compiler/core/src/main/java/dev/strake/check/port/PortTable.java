package dev.strake.check.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The ports that programs take by themselves: a table beside this class. */
final class PortTable {

  /** A line: a port, and when its program runs. */
  record Entry(HostPort port, Presence presence, String source) {}

  private static final String NAME = "host-ports.tsv";

  static final List<Entry> ENTRIES = read();

  private PortTable() {}

  private static List<Entry> read() {
    try (InputStream in = PortTable.class.getResourceAsStream(NAME)) {
      String text =
          new String(Objects.requireNonNull(in, NAME).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(PortTable::entry)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 5) {
      throw new IllegalStateException(NAME + ": not five columns: " + line);
    }
    Presence presence = Presence.valueOf(columns[3]);
    HostPort port =
        new HostPort(
            Integer.parseInt(columns[0]),
            HostPort.Protocol.valueOf(columns[1]),
            columns[2],
            presence.site(),
            null);
    return new Entry(port, presence, columns[4]);
  }
}
