package dev.strake.render;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a tool says is wrong, without what differs from run to run. */
final class Complaint {

  /** {@code E1123 08:53:35.3235 18511 run.go:72] "command failed" err="..."}. */
  private static final Pattern LOGGED =
      Pattern.compile("[EWIF]\\d{4} [\\d:.]+ +\\d+ \\S+\\] \"[^\"]*\" err=\"(?<problem>.*)\"");

  /** The same for a problem of several lines, which follow it. */
  private static final Pattern LOGGED_ABOVE =
      Pattern.compile("[EWIF]\\d{4} [\\d:.]+ +\\d+ \\S+\\] \"[^\"]*\" err=<");

  private static final String LOGGED_BELOW = ">";

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
    String text =
        outcome
            .complaint()
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith(ADVICE) && !isFrame(line))
            .map(Complaint::withoutFrame)
            .collect(Collectors.joining("\n"))
            .strip();
    return text.isEmpty()
        ? "it ended with the exit code " + outcome.exitCode()
        : plain(text, folder);
  }

  /**
   * @param folder that the tool was given, whose name is different each time
   */
  static String plain(String text, Path folder) {
    return text.replace(folder + "/", "").replace(folder.toString(), ".");
  }

  private static boolean isFrame(String line) {
    return line.equals(LOGGED_BELOW) || LOGGED_ABOVE.matcher(line).matches();
  }

  private static String withoutFrame(String line) {
    Matcher logged = LOGGED.matcher(line);
    String problem =
        logged.matches()
            ? logged.group("problem").replace("\\\"", "\"").replace("\\n", "; ").replace("\\t", " ")
            : line;
    return PREFIX.matcher(problem).replaceFirst("");
  }
}
