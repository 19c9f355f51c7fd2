package dev.strake.exempt;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code strake.dev/allow: "resources/memory-limit#debug until 2026-12-31: measured, see OPS-12"},
 * one exemption a line.
 */
final class AllowAnnotation {

  static final Code ALLOW_SYNTAX = Code.error("policy/allow-syntax");

  static final NodePath PLACE = NodePath.of("metadata", "annotations").key("strake.dev/allow");

  private static final String NAME = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
  private static final Pattern LINE =
      Pattern.compile(
          "(?<policy>%1$s/%1$s)(?:#(?<container>%1$s))?(?:\\s+until\\s+(?<until>\\S+))?\\s*:(?<reason>.*)"
              .formatted(NAME));

  private AllowAnnotation() {}

  /** The exemptions of an object; what cannot be read is reported and exempts nothing. */
  static List<Exemption> of(Manifest object, DiagnosticSink sink) {
    List<Exemption> exemptions = new ArrayList<>();
    object
        .find(PLACE)
        .filter(YamlScalar.class::isInstance)
        .map(node -> ((YamlScalar) node).value())
        .ifPresent(
            text ->
                text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> read(object, line, sink).ifPresent(exemptions::add)));
    return exemptions;
  }

  private static Optional<Exemption> read(Manifest object, String line, DiagnosticSink sink) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return refuse(object, "is no exemption", sink);
    }
    if (parts.group("reason").isBlank()) {
      return refuse(object, "gives no reason for " + parts.group("policy"), sink);
    }
    String until = parts.group("until");
    try {
      return Optional.of(
          new Exemption(
              parts.group("policy"),
              parts.group("container"),
              until == null ? null : LocalDate.parse(until),
              parts.group("reason").strip()));
    } catch (DateTimeException e) {
      return refuse(object, "names no day such as 2026-12-31 behind until", sink);
    }
  }

  private static Optional<Exemption> refuse(Manifest object, String what, DiagnosticSink sink) {
    sink.report(
        object
            .finding(ALLOW_SYNTAX, PLACE, "a line of strake.dev/allow " + what)
            .withHelp(
                "write <policy>[#<container>] [until <yyyy-mm-dd>]: <reason>, one exemption a line"));
    return Optional.empty();
  }
}
