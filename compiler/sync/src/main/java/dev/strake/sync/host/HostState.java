package dev.strake.sync.host;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a host has.
 *
 * @param applied the digest that bootstrap.sh has recorded; empty if it never came to its end
 * @param files of the host's folder, with their sums; empty if there is no folder
 * @param kubelet the version of the program that is installed, as in {@code v1.36.4}; empty if
 *     there is none
 */
record HostState(
    Optional<String> applied, Map<String, String> files, Optional<String> kubelet, HostRun run) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) [ *]\\./(.+)");
  private static final Pattern KUBELET = Pattern.compile("Kubernetes (v[0-9A-Za-z.+-]{1,40})");
  private static final String BEGIN = "@host 1\n";
  private static final String END = "@end\n";

  HostState {
    files = Map.copyOf(files);
  }

  /**
   * What look.sh has printed.
   *
   * @throws HostUnreachable if it is something else
   */
  static HostState parse(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin < 0 || !text.endsWith(END)) {
      throw new HostUnreachable("the host's answer is cut short");
    }
    String body = text.substring(begin + BEGIN.length(), text.length() - END.length());
    Optional<String> applied = Optional.empty();
    Optional<String> kubelet = Optional.empty();
    HostRun run = HostRun.NONE;
    Map<String, String> files = new TreeMap<>();
    for (String line : body.split("\n", -1)) {
      if (line.startsWith("@applied ")) {
        applied = Optional.of(line.substring("@applied ".length())).filter(HostState::isDigest);
      } else if (line.startsWith("@kubelet ")) {
        Matcher version = KUBELET.matcher(line.substring("@kubelet ".length()));
        kubelet = version.matches() ? Optional.of(version.group(1)) : Optional.empty();
      } else if (line.startsWith("@run ")) {
        run = HostRun.parse(line.substring("@run ".length()));
      } else if (!line.isEmpty()) {
        file(line, files);
      }
    }
    return new HostState(applied, files, kubelet, run);
  }

  private static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** sha256sum writes strange names with a backslash in front; such files are nobody's of ours. */
  private static void file(String line, Map<String, String> files) {
    Matcher sum = SUM.matcher(line);
    if (sum.matches()) {
      files.put(sum.group(2), sum.group(1));
    } else {
      files.put(line, "");
    }
  }
}
