package dev.strake.generate.node;

import dev.strake.bundle.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files below {@code files/} of a host's folder, which bootstrap.sh installs.
 *
 * @param rows of mode, path in the folder, and path on the host
 */
record InstalledFiles(List<List<String>> rows) {

  private static final int DEPTH = 2;
  private static final String FILES = "files";

  /** Of a host's whole folder, which is two below the cluster's. */
  static InstalledFiles of(List<Artifact> folder) {
    List<List<String>> rows = new ArrayList<>();
    for (Artifact artifact : folder) {
      List<String> all = artifact.path().segments();
      List<String> inFolder = all.subList(DEPTH, all.size());
      if (inFolder.get(0).equals(FILES)) {
        rows.add(List.of(artifact.mode().octal(), String.join("/", inFolder), onHost(inFolder)));
      }
    }
    return new InstalledFiles(rows);
  }

  private static String onHost(List<String> inFolder) {
    return inFolder.stream()
        .skip(1)
        .map(InstalledFiles::decode)
        .collect(Collectors.joining("/", "/", ""));
  }

  /** The name that became this segment of an output path. */
  private static String decode(String segment) {
    byte[] bytes = new byte[segment.length()];
    int length = 0;
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) == '%') {
        bytes[length] = (byte) Integer.parseInt(segment.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length] = (byte) segment.charAt(i);
      }
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
