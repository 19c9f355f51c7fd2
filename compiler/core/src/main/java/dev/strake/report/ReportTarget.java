package dev.strake.report;

import dev.strake.value.Parsed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file for a report.
 *
 * @param file its path, as the user wrote it
 */
public record ReportTarget(ReportFormat format, String file) {

  private static final Pattern NAMED = Pattern.compile("(?<format>[A-Za-z0-9-]+)=(?<file>.*)");

  /**
   * @param text {@code FORMAT=FILE}, or a file whose ending says the format: {@code out.sarif}. A
   *     file with an equals sign in its name is written {@code ./a=b.xml}.
   */
  public static Parsed<ReportTarget> parse(String text) {
    Matcher named = NAMED.matcher(text);
    if (!named.matches()) {
      return ReportFormats.ofFile(text)
          .map(format -> target(format, text))
          .orElseGet(
              () ->
                  Parsed.bad(
                      "a file whose ending names a format: write FORMAT=FILE, with one of "
                          + ReportFormats.names()));
    }
    Optional<ReportFormat> format = ReportFormats.named(named.group("format"));
    return format.isPresent()
        ? target(format.get(), named.group("file"))
        : Parsed.bad("FORMAT=FILE: there are " + ReportFormats.names());
  }

  private static Parsed<ReportTarget> target(ReportFormat format, String file) {
    return file.isEmpty()
        ? Parsed.bad("FORMAT=FILE: the file has no name")
        : Parsed.ok(new ReportTarget(format, file));
  }
}
