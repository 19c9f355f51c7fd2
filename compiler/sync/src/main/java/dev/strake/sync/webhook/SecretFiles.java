package dev.strake.sync.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Secrets in files, such as a mounted Secret's. They are read for every request: a rotated one
 * counts at once, and while the host still uses the old one, both do.
 */
public final class SecretFiles {

  private static final int LONGEST = 4096;

  private final List<Path> files;

  public SecretFiles(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /**
   * Those that are there. One that is missing, empty or far too long for a secret counts for
   * nothing; with none left, every request is refused.
   */
  List<WebhookSecret> read() {
    List<WebhookSecret> secrets = new ArrayList<>();
    for (Path file : files) {
      String text = text(file);
      if (!text.isEmpty()) {
        secrets.add(WebhookSecret.of(text));
      }
    }
    return secrets;
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      return bytes.length > LONGEST ? "" : new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
