package dev.strake.sync.host;

import java.nio.charset.StandardCharsets;

/**
 * How a command on a host ended.
 *
 * @param status 0 for success
 * @param output of its standard output
 * @param errors of its standard error
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Said(int status, byte[] output, byte[] errors) {

  boolean isFine() {
    return status == 0;
  }

  String text() {
    return new String(output, StandardCharsets.UTF_8);
  }

  String errorText() {
    return new String(errors, StandardCharsets.UTF_8);
  }

  /** In a line: the last thing that it complained about. */
  String complaint() {
    String[] lines = errorText().strip().split("\n", -1);
    String last = lines[lines.length - 1].strip();
    return last.isEmpty() ? "it ended with status " + status : last;
  }
}
