package dev.strake.render;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tool says is wrong, without what differs from run to run. */
final class Complaint {

  /** {@code E1123 08:53:35.3235 18511 run.go:72] "command failed" err="..."}. */
  private static final Pattern LOGGED =
      Pattern.compile("[EWIF]\\d{4} [\\d:.]+ +\\d+ \\S+\\] \"[^\"]*\" err=\"(?<problem>.*)\"");

  private static final Pattern PREFIX = Pattern.compile("(?i)^(?:error|fatal): ");

  /** Of Kustomize about fields that have newer names. */
  private static final String ADVICE = "# Warning: ";

  private Complaint() {}

  /**
   * @param folder that the tool was given, whose name is different each time
   */
  static String of(ChildProcess.Outcome outcome, Path folder) {
    if (!outcome.problem().isEmpty()) {
      return outcome.problem();
    }
    List<String> lines =
        outcome.complaint().lines().filter(line -> !line.startsWith(ADVICE)).toList();
    String text = String.join("\n", lines.stream().map(Complaint::plain).toList()).strip();
    return text.isEmpty()
        ? "it ended with the exit code " + outcome.exitCode()
        : text.replace(folder + "/", "").replace(folder.toString(), ".");
  }

  private static String plain(String line) {
    Matcher logged = LOGGED.matcher(line);
    String problem =
        logged.matches()
            ? logged.group("problem").replace("\\\"", "\"").replace("\\n", "; ").replace("\\t", " ")
            : line;
    return PREFIX.matcher(problem).replaceFirst("");
  }
}
