package dev.strake.sync.serve;

import java.nio.charset.StandardCharsets;

/**
 * An answer.
 *
 * @param status HTTP's
 * @param contentType of the text
 * @param text never anything that the request said
 */
public record Reply(int status, String contentType, String text) {

  private static final String PLAIN = "text/plain; charset=utf-8";

  public static Reply of(int status, String text) {
    return new Reply(status, PLAIN, text + "\n");
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
