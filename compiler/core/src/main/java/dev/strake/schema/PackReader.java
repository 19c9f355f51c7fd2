package dev.strake.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the numbers and texts of a pack, from a position on. */
final class PackReader {

  private final Strings strings;
  private int position;

  PackReader(Strings strings, int position) {
    this.strings = strings;
    this.position = position;
  }

  int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = strings.bytes[position++];
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  String text() {
    return strings.get(number());
  }

  List<String> texts() {
    int count = number();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return List.copyOf(texts);
  }

  /** A table of offsets into the blocks behind it. */
  static final class Blocks {

    private final byte[] bytes;
    private final int table;

    Blocks(byte[] bytes, int table) {
      this.bytes = bytes;
      this.table = table;
    }

    int count() {
      return int32(bytes, table);
    }

    int start(int block) {
      return table + 4 * (count() + 2) + int32(bytes, table + 4 * (block + 1));
    }
  }

  static int int32(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** The texts of a pack, each decoded when it is first asked for. */
  static final class Strings {

    private final byte[] bytes;
    private final Blocks blocks;
    // A race decodes a text twice, which does no harm.
    private final @Nullable String[] decoded;

    Strings(byte[] bytes, int table) {
      this.bytes = bytes;
      this.blocks = new Blocks(bytes, table);
      this.decoded = new String[blocks.count()];
    }

    String get(int number) {
      String text = decoded[number];
      if (text == null) {
        int start = blocks.start(number);
        text = new String(bytes, start, blocks.start(number + 1) - start, StandardCharsets.UTF_8);
        decoded[number] = text;
      }
      return text;
    }
  }
}
