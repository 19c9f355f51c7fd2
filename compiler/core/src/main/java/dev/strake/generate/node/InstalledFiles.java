package dev.strake.generate.node;

import dev.strake.bundle.FileMode;
import dev.strake.value.AbsolutePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files of a host's folder that bootstrap.sh installs, in the order in which it does. */
final class InstalledFiles {

  private static final String FILES = "files/";
  private static final String STATIC_PODS = "/etc/kubernetes/manifests/";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<List<String>> staticPods = new ArrayList<>();

  private InstalledFiles() {}

  /** Those below {@code files/}, whose paths are those on the host. */
  static InstalledFiles of(List<HostFolder.Entry> folder) {
    InstalledFiles files = new InstalledFiles();
    for (HostFolder.Entry entry : folder) {
      if (entry.name().startsWith(FILES)) {
        String path = decode(entry.name().substring(FILES.length() - 1));
        List<List<String>> rows = path.startsWith(STATIC_PODS) ? files.staticPods : files.rows;
        rows.add(List.of(entry.artifact().mode().octal(), entry.name(), path));
      }
    }
    return files;
  }

  /** And then one that is beside bootstrap.sh. */
  InstalledFiles and(FileMode mode, AbsolutePath onHost) {
    String path = onHost.text();
    rows.add(List.of(mode.octal(), path.substring(path.lastIndexOf('/') + 1), path));
    return this;
  }

  /** Rows of mode, path in the folder, and path on the host; all but static pods. */
  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** The same of static pods, which have to wait for what kubeadm makes. */
  List<List<String>> staticPods() {
    return List.copyOf(staticPods);
  }

  /** The path that was encoded for the output. */
  private static String decode(String encoded) {
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes[length] = (byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length] = (byte) c;
      }
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
