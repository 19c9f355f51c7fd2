package dev.strake.input;

import dev.strake.source.SourceEntry;
import java.nio.charset.StandardCharsets;

/** Recognises what Strake itself wrote, so that an output beside its sources is no input. */
final class OutputTree {

  private static final String MARK = "\"generator\": \"strake\"";
  private static final int LOOK_AT = 200;

  private OutputTree() {}

  /** Whether a file is the index of an output tree. */
  static boolean isIndex(SourceEntry entry) {
    return entry
        .read()
        .match(
            bytes ->
                new String(bytes, 0, Math.min(LOOK_AT, bytes.length), StandardCharsets.UTF_8)
                    .contains(MARK),
            reason -> false);
  }
}
