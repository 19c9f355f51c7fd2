package dev.strake.sync.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Our programs for hosts: bash, which comes in on standard input, so that no shell quotes it. */
enum HostProgram {
  LOOK("look"),
  RECEIVE("receive"),
  INSTALL("install"),
  START("start"),
  FOLLOW("follow");

  private final String text;

  HostProgram(String file) {
    this.text = read(file + ".sh");
  }

  RemoteCommand command(String... arguments) {
    List<String> words = new ArrayList<>(List.of("bash", "--norc", "-s", "--"));
    words.addAll(Arrays.asList(arguments));
    return new RemoteCommand(words);
  }

  byte[] text() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(String name) {
    try (InputStream file = HostProgram.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
