package dev.strake.maven;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.Handbook;
import dev.strake.baseline.Baseline;
import dev.strake.baseline.BaselineFiles;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicySelection;
import dev.strake.report.Ansi;
import dev.strake.report.ReportSettings;
import dev.strake.report.Threshold;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.source.SourceTree;
import dev.strake.value.Parsed;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What every goal does: parameters in, findings to the log, and a broken build if they weigh. */
abstract sealed class Goal extends AbstractMojo permits ValidateMojo, CompileMojo {

  /**
   * Clusters, repositories, folders or files of Kubernetes YAML. Without it, {@code
   * src/main/strake}; if there is no such folder, the project's own folder, provided that it has a
   * {@code cluster.yaml}. An aggregator that has neither has nothing to check; any other project
   * that has neither breaks the build.
   */
  @Parameter(property = "strake.paths")
  List<File> paths = List.of();

  /**
   * The lightest finding that breaks the build: {@code error}, {@code warning}, {@code info} or
   * {@code never}.
   */
  @Parameter(property = "strake.failOn", defaultValue = "error")
  String failOn = "error";

  /**
   * Which policies apply: {@code default}, {@code baseline}, {@code restricted}, {@code cis},
   * {@code all}, or {@code none} for the compiler's findings only; if it is absent, each cluster's
   * own.
   */
  @Parameter(property = "strake.profile")
  String profile = "";

  /** Of these, only policies whose id matches one of the patterns, such as {@code rbac/*}. */
  @Parameter(property = "strake.onlyPolicies")
  List<String> onlyPolicies = List.of();

  /** Without policies whose id matches one of the patterns. */
  @Parameter(property = "strake.skipPolicies")
  List<String> skipPolicies = List.of();

  /**
   * The version of Kubernetes to judge manifests by, as {@code X.Y[.Z]}; without it, each cluster's
   * own, else the newest known.
   */
  @Parameter(property = "strake.kubernetesVersion")
  @Nullable String kubernetesVersion;

  /**
   * The day for rules about dates, as {@code YYYY-MM-DD}; without it, today in UTC. Never changes
   * what is compiled.
   */
  @Parameter(property = "strake.asOf")
  @Nullable String asOf;

  /**
   * Files for reports, as {@code FORMAT=FILE} with one of {@code text}, {@code json}, {@code
   * sarif}, {@code junit}, {@code github} and {@code gitlab}, or just a file whose ending says the
   * format: {@code .sarif}, {@code .json}, {@code .xml} or {@code .txt}. They are written whatever
   * is found; a folder that is missing is not made.
   */
  @Parameter(property = "strake.reports")
  List<String> reports = List.of();

  /**
   * A file of findings that are counted and not reported, as {@code strake validate
   * --write-baseline} writes it. Errors of the compiler are reported all the same.
   */
  @Parameter(property = "strake.baseline")
  @Nullable File baseline;

  /** Whether to do nothing at all. */
  @Parameter(property = "strake.skip", defaultValue = "false")
  boolean skip;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  File basedir = new File("");

  @Parameter(defaultValue = "${project.modules}", readonly = true)
  List<String> modules = List.of();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, as strake.skip is set");
      return;
    }
    Threshold threshold = valid("failOn", failOn, Threshold.parse(failOn));
    ReportFiles files = ReportFiles.open(reports, basedir.toPath());
    Optional<SourceTree> sources =
        Sources.open(paths, basedir.toPath(), !modules.isEmpty(), ours(files));
    if (sources.isEmpty()) {
      getLog().info("Nothing to check: this aggregator has no src/main/strake and no cluster.yaml");
      return;
    }
    CompileRequest request = request(sources.get());
    List<CompiledPolicy> policies = BuiltInPolicies.load();
    Compilation checked = check(new Compiler(policies), request);
    Compilation finished = threshold.isReached(checked.findings()) ? checked : finish(checked);
    FindingsLog.write(finished.findings(), getLog());
    files.write(
        finished.findings(),
        new ReportSettings(
            threshold,
            new Handbook(policies),
            Optional.ofNullable(Goal.class.getPackage().getImplementationVersion()),
            Ansi.OFF));
    int heavy = threshold.count(finished.findings());
    if (heavy > 0) {
      String findings = heavy + (heavy == 1 ? " finding" : " findings");
      throw new MojoFailureException("%s at or over %s".formatted(findings, threshold));
    }
  }

  /** What the goal itself reads or writes, and so is no source. */
  private List<Path> ours(ReportFiles files) {
    List<Path> ours = new ArrayList<>(files.paths());
    if (baseline != null) {
      ours.add(baseline.toPath());
    }
    return ours;
  }

  private Compilation check(Compiler compiler, CompileRequest request)
      throws MojoExecutionException {
    if (baseline == null) {
      return compiler.compile(request);
    }
    Baseline known =
        BaselineFiles.open(
            baseline.toPath(), reason -> new MojoExecutionException("baseline: " + reason));
    return compiler.compile(request).without(known, entry -> compiler.looksFor(entry, request));
  }

  /**
   * Does what the goal does beyond checking; called only if no finding breaks the build.
   *
   * @return the compilation, with what was found on the way
   */
  abstract Compilation finish(Compilation checked);

  private CompileRequest request(SourceTree sources) throws MojoExecutionException {
    LocalDate day =
        asOf == null
            ? LocalDate.now(ZoneOffset.UTC)
            : valid("asOf", asOf, CompileRequest.parseDay(asOf));
    PolicySelection policies =
        valid("profile", profile, PolicySelection.parse(profile, onlyPolicies, skipPolicies));
    Optional<String> version =
        kubernetesVersion == null
            ? Optional.empty()
            : Optional.of(
                valid(
                    "kubernetesVersion",
                    kubernetesVersion,
                    KubernetesSchemas.parseVersion(kubernetesVersion)));
    return new CompileRequest(sources, day, policies, version);
  }

  static <T> T valid(String parameter, String text, Parsed<T> parsed)
      throws MojoExecutionException {
    if (parsed instanceof Parsed.Bad<T> bad) {
      throw new MojoExecutionException(
          "%s: '%s' is not %s".formatted(parameter, text, bad.reason()));
    }
    return parsed.orThrow();
  }
}
