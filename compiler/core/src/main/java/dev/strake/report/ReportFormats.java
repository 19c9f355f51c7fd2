package dev.strake.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every format there is. */
public final class ReportFormats {

  /** In the order in which help texts name them; the first is the default. */
  public static final List<ReportFormat> ALL =
      List.of(
          new TextReport(),
          new JsonReport(),
          new SarifReport(),
          new JunitReport(),
          new GithubReport(),
          new GitlabReport());

  private ReportFormats() {}

  public static Optional<ReportFormat> named(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** The format that a file's name ends like; of several endings the longest counts. */
  static Optional<ReportFormat> ofFile(String name) {
    return ALL.stream()
        .filter(format -> ending(format, name) > 0)
        .max(Comparator.comparing(format -> ending(format, name)));
  }

  private static int ending(ReportFormat format, String name) {
    return format.fileEndings().stream()
        .filter(name.toLowerCase(Locale.ROOT)::endsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** {@code text, json, ...}, for messages. */
  public static String names() {
    return ALL.stream().map(ReportFormat::id).collect(Collectors.joining(", "));
  }
}
