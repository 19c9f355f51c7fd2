package dev.strake;

import dev.strake.bundle.Bundle;
import dev.strake.check.all.RepositoryChecks;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.exempt.Exemptions;
import dev.strake.input.InputScan;
import dev.strake.input.Inputs;
import dev.strake.manifest.Manifest;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyEngine;
import dev.strake.report.Coverage;
import dev.strake.report.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns sources into findings and bundles. The same request always gives the same compilation, byte
 * for byte. Instances are immutable and safe for use by many threads.
 */
public final class Compiler {

  private final List<CompiledPolicy> policies;

  /**
   * @param policies that requests select from
   */
  public Compiler(Collection<CompiledPolicy> policies) {
    this.policies = List.copyOf(policies);
  }

  /** Never fails on input: what is wrong with it is among the findings. */
  public Compilation compile(CompileRequest request) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    SourceReader reader = new SourceReader(diagnostics::add);
    ClusterPolicies judges = new ClusterPolicies(policies, request.policies());
    Inputs inputs = InputScan.scan(request.sources(), diagnostics::add);

    TargetSchemas schemas = new TargetSchemas(request.kubernetesVersion());
    List<Manifest> plain = reader.manifests(inputs.plain(), Severity.WARNING);
    int unread = reader.withheld();
    ClusterCompiler clusterCompiler =
        new ClusterCompiler(reader, schemas, judges, request.asOf(), plain, diagnostics::add);
    List<ClusterCompiler.Result> clusters =
        inputs.clusters().stream().map(clusterCompiler::compile).toList();
    RepositoryChecks.run(
        clusters.stream().map(ClusterCompiler.Result::resolved).flatMap(Optional::stream).toList(),
        diagnostics::add);
    List<Bundle> bundles = bundles(clusters, diagnostics);

    CustomKinds kinds = CustomKinds.of(plain);
    PolicyEngine engine = judges.engine(schemas.plainMinor());
    Exemptions exemptions =
        new Exemptions(
            Optional.empty(), judges.ids(), engine.ids(), request.asOf(), diagnostics::add);
    ManifestJudge judge =
        new ManifestJudge(schemas::plain, kinds, engine, exemptions, diagnostics::add);
    judge.judge(plain);
    judge.finish(all -> new Joins(diagnostics::add).ofFolder(all, Joins.unread(unread)));

    int judged = clusters.stream().mapToInt(ClusterCompiler.Result::objects).sum();
    Coverage coverage =
        new Coverage(
            reader.files(),
            reader.documents(),
            judged + plain.size(),
            clusters.size(),
            reader.withheld(),
            inputs.ignored());
    return new Compilation(bundles, Findings.of(diagnostics, coverage));
  }

  private static List<Bundle> bundles(
      List<ClusterCompiler.Result> clusters, List<Diagnostic> diagnostics) {
    Set<String> duplicates =
        ClusterNames.duplicates(
            clusters.stream()
                .map(ClusterCompiler.Result::cluster)
                .flatMap(Optional::stream)
                .toList(),
            diagnostics::add);
    return clusters.stream()
        .map(ClusterCompiler.Result::bundle)
        .flatMap(Optional::stream)
        .filter(bundle -> !duplicates.contains(bundle.cluster()))
        .sorted(Comparator.comparing(Bundle::cluster))
        .toList();
  }
}
