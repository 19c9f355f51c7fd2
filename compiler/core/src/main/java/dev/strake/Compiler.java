package dev.strake;

import dev.strake.admission.AdmissionGate;
import dev.strake.bundle.Bundle;
import dev.strake.check.all.RepositoryChecks;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.exempt.Exemptions;
import dev.strake.generate.all.Generators;
import dev.strake.generate.manifest.ObjectScope;
import dev.strake.input.ClusterFolder;
import dev.strake.input.InputScan;
import dev.strake.input.Inputs;
import dev.strake.manifest.Manifest;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyEngine;
import dev.strake.rendering.RenderTarget;
import dev.strake.report.Coverage;
import dev.strake.report.Fingerprint;
import dev.strake.source.SourceEntry;
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
    Collected found = new Collected();
    SourceReader reader = new SourceReader(request.sources(), request.renderer(), found);
    ClusterPolicies builtIn = new ClusterPolicies(policies, request.policies());
    Inputs inputs = InputScan.scan(request.sources(), found);

    TargetSchemas schemas = new TargetSchemas(request.kubernetesVersion());
    List<Manifest> documents =
        reader.manifests(
            inputs.plain(),
            kustomizations(inputs.clusters()),
            RenderTarget.ofNoCluster(() -> schemas.release(Optional.empty())));
    List<Manifest> plain = OwnHealthRules.without(OwnPolicies.without(documents));
    OwnHealthRules health = OwnHealthRules.none().with(documents, found);
    int unread = reader.withheld();
    ClusterPolicies judges = builtIn.with(OwnPolicies.read(documents, builtIn.ids(), found));
    ClusterCompiler clusterCompiler =
        new ClusterCompiler(reader, schemas, judges, request.asOf(), plain, health, found);
    List<ClusterCompiler.Result> clusters =
        inputs.clusters().stream().map(clusterCompiler::compile).toList();
    RepositoryChecks.run(
        clusters.stream().map(ClusterCompiler.Result::resolved).flatMap(Optional::stream).toList(),
        found);
    List<Bundle> bundles = bundles(clusters, found);

    CustomKinds kinds = CustomKinds.of(plain);
    DeclaredPodTemplates pods = DeclaredPodTemplates.of(plain, Optional.empty(), found);
    pods.check(plain, found);
    PolicyEngine engine = judges.engine(schemas.plainMinor(), pods.paths());
    Exemptions exemptions =
        new Exemptions(Optional.empty(), judges.ids(), engine.ids(), request.asOf(), found);
    ManifestJudge judge = new ManifestJudge(schemas::plain, kinds, engine, exemptions, found);
    judge.judge(plain);
    Joins joins = new Joins(pods.paths(), found);
    AdmissionJudge admission =
        new AdmissionJudge(
            schemas::plain,
            kinds,
            judges.admission(Optional.empty()),
            pods.paths(),
            joins::together,
            engine.ids(),
            found);
    judge.finish(objects -> joins.ofFolder(objects, Joins.unread(unread)), admission, unread == 0);

    List<Bundle> all = new ArrayList<>(bundles);
    request
        .set()
        .filter(name -> !plain.isEmpty())
        .ifPresent(
            name ->
                all.add(
                    health.in(
                        Generators.set(
                            name, plain, new ObjectScope(schemas.plain(), kinds), found))));

    int judged = clusters.stream().mapToInt(ClusterCompiler.Result::objects).sum();
    Coverage coverage =
        new Coverage(
            reader.files(),
            reader.documents(),
            judged + plain.size(),
            clusters.size(),
            reader.withheld(),
            inputs.ignored());
    return new Compilation(all, found.findings(coverage));
  }

  /** Whether a request would find what a fingerprint says, if it were there. */
  public boolean looksFor(Fingerprint finding, CompileRequest request) {
    boolean isSelected =
        !AdmissionGate.isCode(finding.code()) || request.policies().selects(finding.code());
    return isSelected
        && request.sources().covers(finding.file())
        && policies.stream()
            .map(CompiledPolicy::policy)
            .filter(policy -> policy.id().equals(finding.code()))
            .allMatch(request.policies()::maySelect);
  }

  /** Of all clusters: they may build upon what belongs to none. */
  private static List<SourceEntry> kustomizations(List<ClusterFolder> clusters) {
    return clusters.stream()
        .flatMap(cluster -> RenderScope.kustomizations(cluster.entries()).stream())
        .toList();
  }

  private static List<Bundle> bundles(List<ClusterCompiler.Result> clusters, DiagnosticSink sink) {
    Set<String> duplicates =
        ClusterNames.duplicates(
            clusters.stream()
                .map(ClusterCompiler.Result::cluster)
                .flatMap(Optional::stream)
                .toList(),
            sink);
    return clusters.stream()
        .map(ClusterCompiler.Result::bundle)
        .flatMap(Optional::stream)
        .filter(bundle -> !duplicates.contains(bundle.cluster()))
        .sorted(Comparator.comparing(Bundle::cluster))
        .toList();
  }
}
