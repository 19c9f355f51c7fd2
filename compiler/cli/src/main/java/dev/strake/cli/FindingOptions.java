package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.Handbook;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicySelection;
import dev.strake.report.Ansi;
import dev.strake.report.ReportFormat;
import dev.strake.report.ReportFormats;
import dev.strake.report.ReportSettings;
import dev.strake.report.Threshold;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceTree;
import dev.strake.value.Parsed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How findings are judged and shown; the same for every command that has any. */
final class FindingOptions {

  private static final String JSON = "json";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String format = "text";

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "The lightest finding that makes the exit code 1: error, warning, info or never (default: ${DEFAULT-VALUE}).")
  private String failOn = "error";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Which policies apply: default, baseline, restricted, cis, all, or none for the compiler's findings only (default: each cluster's own).")
  private String profile = "";

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Of these, only policies whose id matches: 'rbac/*'. May be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--skip",
      paramLabel = "GLOB",
      description = "Without policies whose id matches. May be repeated.")
  private List<String> skip = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description =
          "The day for rules about dates (default: today, UTC). Never changes what is compiled.")
  private String asOf = "";

  @Option(
      names = "--kubernetes-version",
      paramLabel = "X.Y[.Z]",
      description =
          "The version to judge manifests by (default: each cluster's own, else the newest known).")
  private String kubernetesVersion = "";

  private @Nullable List<CompiledPolicy> builtIn;

  /** Offers the formats' names to help texts and completion. */
  static final class Formats implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return ReportFormats.ALL.stream().map(ReportFormat::id).iterator();
    }
  }

  private PolicySelection policies() {
    return valid("--profile", profile, PolicySelection.parse(profile, only, skip));
  }

  private Optional<String> kubernetesVersion() {
    return kubernetesVersion.isEmpty()
        ? Optional.empty()
        : Optional.of(
            valid(
                "--kubernetes-version",
                kubernetesVersion,
                KubernetesSchemas.parseVersion(kubernetesVersion)));
  }

  private LocalDate asOf() {
    return asOf.isEmpty()
        ? LocalDate.now(ZoneOffset.UTC)
        : valid("--as-of", asOf, CompileRequest.parseDay(asOf));
  }

  /** Called before the work begins, so that a typo in an option does not cost a run. */
  void validate() {
    format();
    threshold();
    request(InMemoryTree.empty());
  }

  /** What to compile, judged as the options say. */
  CompileRequest request(SourceTree sources) {
    return new CompileRequest(sources, asOf(), policies(), kubernetesVersion())
        .with(Tools.ofThisMachine());
  }

  /**
   * For commands that print something else than findings.
   *
   * @throws ParameterException if the format is neither text nor JSON: exit code 2
   */
  void requireTextOrJson() {
    if (!isJson() && !isText()) {
      throw usage("--format: this command prints text or json, not " + format);
    }
  }

  /** Whether people read what is printed. */
  boolean isText() {
    return format.equals(ReportFormats.ALL.get(0).id());
  }

  boolean isJson() {
    return format.equals(JSON);
  }

  /** Judges by the built-in policies. */
  Compiler compiler() {
    return new Compiler(builtIn());
  }

  /** How reports are rendered, printed or not. */
  ReportSettings settings() {
    return new ReportSettings(threshold(), new Handbook(builtIn()), Version.number(), ansi());
  }

  private List<CompiledPolicy> builtIn() {
    if (builtIn == null) {
      builtIn = BuiltInPolicies.load();
    }
    return builtIn;
  }

  /** Colours for a terminal only. */
  Ansi ansi() {
    return CommandLine.Help.Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
  }

  /** Prints the findings and says what they mean for the exit code. */
  int report(Compilation compilation) {
    String text = format().render(compilation.findings(), settings());
    mixee.commandLine().getOut().print(text);
    mixee.commandLine().getOut().flush();
    return exitCode(compilation);
  }

  /** What the findings mean for the exit code. */
  int exitCode(Compilation compilation) {
    return fails(compilation) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  /** Whether any finding is at or over the threshold. */
  boolean fails(Compilation compilation) {
    return threshold().isReached(compilation.findings());
  }

  private ReportFormat format() {
    return ReportFormats.named(format)
        .orElseThrow(
            () ->
                usage(
                    "there is no format %s; there are %s"
                        .formatted(format, ReportFormats.names())));
  }

  private Threshold threshold() {
    return valid("--fail-on", failOn, Threshold.parse(failOn));
  }

  private <T> T valid(String option, String text, Parsed<T> parsed) {
    return parsed.match(
        value -> value,
        bad -> {
          throw usage("%s: '%s' is not %s".formatted(option, text, bad.reason()));
        });
  }

  private ParameterException usage(String message) {
    return new ParameterException(mixee.commandLine(), message);
  }
}
