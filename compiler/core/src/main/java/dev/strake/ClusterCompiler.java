package dev.strake;

import dev.strake.bundle.Bundle;
import dev.strake.check.all.ManifestChecks;
import dev.strake.check.all.SpecChecks;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.exempt.Exemptions;
import dev.strake.generate.all.Generators;
import dev.strake.generate.manifest.ObjectScope;
import dev.strake.input.ClusterFolder;
import dev.strake.manifest.Manifest;
import dev.strake.policy.PolicyEngine;
import dev.strake.rendering.RenderTarget;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.Resolver;
import dev.strake.source.SourceEntry;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles one cluster: bind, resolve, check, generate, judge. */
final class ClusterCompiler {

  private final SourceReader reader;
  private final TargetSchemas schemas;
  private final ClusterPolicies policies;
  private final LocalDate asOf;
  private final List<Manifest> shared;
  private final OwnHealthRules sharedHealth;
  private final DiagnosticSink sink;

  /**
   * @param shared manifests of the repository that belong to no cluster: their definitions of kinds
   *     hold for all
   * @param sharedHealth rules of the repository, which hold for all too
   */
  ClusterCompiler(
      SourceReader reader,
      TargetSchemas schemas,
      ClusterPolicies policies,
      LocalDate asOf,
      List<Manifest> shared,
      OwnHealthRules sharedHealth,
      DiagnosticSink sink) {
    this.reader = reader;
    this.schemas = schemas;
    this.policies = policies;
    this.asOf = asOf;
    this.shared = shared;
    this.sharedHealth = sharedHealth;
    this.sink = sink;
  }

  /**
   * What became of one cluster.
   *
   * @param cluster as far as it could be understood
   * @param resolved the same with everything decided
   * @param bundle empty if the spec has errors
   * @param objects Kubernetes objects and configurations that were judged, written and generated
   */
  record Result(
      Optional<Bound<Cluster>> cluster,
      Optional<ResolvedCluster> resolved,
      Optional<Bundle> bundle,
      int objects) {}

  Result compile(ClusterFolder folder) {
    ClusterReader.Read read = new ClusterReader(reader, sink).read(folder);
    int unreadBefore = reader.withheld();
    List<Manifest> documents = written(folder, read);
    List<Manifest> written = OwnHealthRules.without(OwnPolicies.without(documents));
    OwnHealthRules health = sharedHealth.with(documents, sink);
    ClusterPolicies policies = withOwn(documents);
    Optional<String> unread = Joins.unread(reader.withheld() - unreadBefore);
    List<Diagnostic> aboutFiles = new ArrayList<>();
    NamedFileReader files = new NamedFileReader(folder, aboutFiles::add);
    Optional<ResolvedCluster> resolved =
        read.cluster().map(cluster -> Resolver.resolve(cluster, files.read(cluster)));
    aboutFiles.forEach(sink::report);
    List<Manifest> known = Stream.concat(written.stream(), shared.stream()).toList();
    DeclaredPodTemplates pods = DeclaredPodTemplates.of(known, read.cluster(), sink);
    pods.check(written, sink);
    PolicyEngine engine =
        policies.engine(read.cluster(), schemas.minorOf(read.cluster()), pods.paths());
    CustomKinds kinds = CustomKinds.of(known);
    Exemptions exemptions =
        new Exemptions(read.cluster(), policies.ids(), engine.ids(), asOf, sink);
    ManifestJudge judge =
        new ManifestJudge(() -> schemas.of(read.cluster()), kinds, engine, exemptions, sink);
    judge.judge(written);
    if (engine.judgesSpecs()) {
      read.asManifest().ifPresent(judge::judgeSpec);
    }
    Joins joins = new Joins(pods.paths(), sink);
    AdmissionJudge admission =
        new AdmissionJudge(
            () -> schemas.of(read.cluster()),
            kinds,
            policies.admission(read.cluster()),
            pods.paths(),
            all -> joins.together(all, read.cluster()),
            engine.ids(),
            sink);
    Set<String> nativeIds = AdmissionJudge.ids(written);
    read.cluster().ifPresent(cluster -> policies.checkReferences(cluster, nativeIds, sink));
    TenantJudge tenants = new TenantJudge(shared, () -> schemas.of(read.cluster()), sink);
    List<Manifest> allowed =
        resolved.map(cluster -> tenants.judge(cluster, written)).orElse(written);
    // Also where a field is wrong: the next run shall not bring what this one could have said.
    boolean sound = resolved.map(cluster -> isSound(cluster, written)).orElse(false);
    if (read.hasErrors() || !aboutFiles.isEmpty() || !sound) {
      judge.finish(
          all -> joins.ofCluster(all, read.cluster(), Optional.of("the spec has errors")),
          admission,
          false);
      return new Result(read.cluster(), resolved, Optional.empty(), written.size());
    }
    Generators generators = new Generators(policies.enforced(read.cluster()));
    ObjectScope scope = new ObjectScope(schemas.of(read.cluster()), kinds);
    Bundle bundle = health.in(generators.bundle(resolved.orElseThrow(), allowed, scope, sink));
    List<Manifest> generated = generated(bundle);
    judge.judgeByPolicies(generated);
    judge.finish(all -> joins.ofCluster(all, read.cluster(), unread), admission, unread.isEmpty());
    exemptions.reportUnused();
    boolean accepted = isAccepted(generated, resolved.orElseThrow());
    return new Result(
        read.cluster(),
        resolved,
        accepted ? Optional.of(bundle) : Optional.empty(),
        written.size() + generated.size());
  }

  private static List<Manifest> generated(Bundle bundle) {
    return bundle.artifacts().stream()
        .flatMap(artifact -> artifact.documents().stream())
        .filter(Manifest::isGenerated)
        .toList();
  }

  /** The run's policies, and those of the cluster. */
  private ClusterPolicies withOwn(List<Manifest> documents) {
    return policies.with(OwnPolicies.read(documents, policies.ids(), sink));
  }

  private List<Manifest> written(ClusterFolder whole, ClusterReader.Read read) {
    ClusterFolder folder = whole.without(read.includes());
    List<SourceEntry> sources =
        read.cluster()
            .map(cluster -> ClusterSources.of(folder, cluster, sink))
            .orElseGet(() -> ClusterSources.byDefault(folder));
    RenderTarget target =
        new RenderTarget(
            Severity.ERROR,
            read.cluster().map(cluster -> cluster.value().metadata().name().toString()),
            new ReleaseNamespaces(whole, read.cluster())::of,
            () -> schemas.release(read.cluster()));
    return reader.manifests(sources, List.of(), target);
  }

  /** Whether kubeadm would take the files; a spec can still ask for what only it refuses. */
  private boolean isAccepted(List<Manifest> generated, ResolvedCluster cluster) {
    List<Diagnostic> findings =
        ComponentJudge.judge(generated, cluster.spec().spec().kubernetesVersion());
    findings.forEach(sink::report);
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Runs the checks on the spec, alone and with its objects; warnings leave it sound. */
  private boolean isSound(ResolvedCluster cluster, List<Manifest> written) {
    List<Diagnostic> findings = new ArrayList<>();
    SpecChecks.run(cluster, asOf, findings::add);
    ManifestChecks.run(cluster, written, findings::add);
    findings.forEach(sink::report);
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
