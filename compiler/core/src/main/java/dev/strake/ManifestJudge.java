package dev.strake;

import dev.strake.api.ApiContext;
import dev.strake.api.ApiRules;
import dev.strake.component.ComponentConfiguration;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.exempt.Exemptions;
import dev.strake.join.ObjectSet;
import dev.strake.join.Violations.Violation;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ScalarTraps;
import dev.strake.parallel.InParallel;
import dev.strake.policy.PolicyEngine;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.value.KubernetesVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Holds objects against what the API server would say, then against the policies. For one cluster,
 * or for what belongs to none.
 */
final class ManifestJudge {

  /** Our own kinds have readers of their own, which say what is wrong with them. */
  private static final String OWN_GROUP = "strake.dev/";

  private final Supplier<KubernetesSchemas> schemas;
  private final CustomKinds customKinds;
  private final PolicyEngine policies;
  private final Exemptions exemptions;
  private final DiagnosticSink sink;
  private final List<Judged> judged = new ArrayList<>();

  /**
   * @param schemas asked for once there is something to judge: many clusters have no manifests
   * @param customKinds that the inputs declare
   * @param exemptions from the policies
   */
  ManifestJudge(
      Supplier<KubernetesSchemas> schemas,
      CustomKinds customKinds,
      PolicyEngine policies,
      Exemptions exemptions,
      DiagnosticSink sink) {
    this.schemas = schemas;
    this.customKinds = customKinds;
    this.policies = policies;
    this.exemptions = exemptions;
    this.sink = sink;
  }

  /** For objects that users wrote. */
  void judge(List<Manifest> written) {
    if (written.isEmpty()) {
      return;
    }
    KubernetesSchemas target = schemas.get();
    ComponentJudge.judge(written, release(target)).forEach(sink::report);
    ShapeCheck schema = new ShapeCheck(target, customKinds);
    ApiContext server = ApiContext.ofMinor(target.minor());
    List<Judgement> judgements =
        InParallel.map(written, manifest -> judgement(manifest, schema, server));
    for (int i = 0; i < judgements.size(); i++) {
      report(written.get(i), judgements.get(i));
    }
  }

  /**
   * What was found about one object.
   *
   * @param refusals by the API server, and what it takes for something else than it looks like
   * @param violations of policies, before any exemption
   */
  private record Judgement(List<Diagnostic> refusals, List<Diagnostic> violations) {

    boolean isRefused() {
      return refusals.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  /**
   * An object whose violations wait for those that it has together with others.
   *
   * @param violations of policies, before any exemption
   */
  private record Judged(Manifest manifest, boolean refused, List<Diagnostic> violations) {}

  private Judgement judgement(Manifest manifest, ShapeCheck schema, ApiContext server) {
    List<Diagnostic> refusals =
        isForTheServer(manifest) ? refusals(manifest, schema, server) : List.of();
    List<Diagnostic> all = new ArrayList<>(refusals);
    ScalarTraps.check(manifest, refusals, all::add);
    return new Judgement(all, policies.evaluate(List.of(manifest)));
  }

  private void report(Manifest manifest, Judgement judgement) {
    judgement.refusals().forEach(sink::report);
    judged.add(new Judged(manifest, judgement.isRefused(), judgement.violations()));
  }

  private static KubernetesVersion release(KubernetesSchemas schemas) {
    return KubernetesVersion.parse("v" + schemas.version() + ".0").orThrow();
  }

  /** Whether an object is one of Kubernetes, and not read by us or by a component alone. */
  static boolean isForTheServer(Manifest manifest) {
    return !manifest.ref().apiVersion().startsWith(OWN_GROUP)
        && !ComponentConfiguration.is(manifest);
  }

  private static List<Diagnostic> refusals(
      Manifest manifest, ShapeCheck schema, ApiContext server) {
    List<Diagnostic> structural = new ArrayList<>();
    schema.check(manifest, structural::add);
    if (!isServed(structural)) {
      return structural;
    }
    List<Diagnostic> all = new ArrayList<>(structural);
    all.addAll(ApiRules.check(manifest, server, structural));
    return all;
  }

  /** An API that the server does not have is refused before any rule of it is asked. */
  private static boolean isServed(List<Diagnostic> structural) {
    return structural.stream()
        .noneMatch(f -> f.severity() == Severity.ERROR && "/apiVersion".equals(f.path()));
  }

  /** For a cluster's spec, which is no object of the cluster. */
  void judgeSpec(Manifest spec) {
    exemptions.left(spec, policies.evaluate(List.of(spec))).forEach(sink::report);
  }

  /** For what was generated too: its shape is a matter of our tests. */
  void judgeByPolicies(List<Manifest> manifests) {
    for (Manifest manifest : manifests) {
      judged.add(new Judged(manifest, false, policies.evaluate(List.of(manifest))));
    }
  }

  /**
   * Reports what policies have to say, once all objects are known.
   *
   * @param together makes all that was judged one set, or nothing if some of it is not known: then
   *     no policy about many objects is asked, and what is missing would be called absent
   * @param admission for the admission policies among the objects
   * @param allKnown whether there are no other objects
   */
  void finish(
      Function<List<Manifest>, Optional<ObjectSet>> together,
      AdmissionJudge admission,
      boolean allKnown) {
    List<Manifest> all = judged.stream().map(Judged::manifest).toList();
    IdentityHashMap<Manifest, List<Diagnostic>> joins = new IdentityHashMap<>();
    Optional<ObjectSet> objects =
        policies.idsOfJoins().isEmpty() ? Optional.empty() : together.apply(all);
    if (objects.isEmpty()) {
      exemptions.leaveOut(policies.idsOfJoins());
    }
    for (Violation each : objects.map(policies::evaluateTogether).orElse(List.of())) {
      joins.computeIfAbsent(each.object(), object -> new ArrayList<>()).add(each.finding());
    }
    IdentityHashMap<Manifest, List<Diagnostic>> admitted =
        admission.judge(all, refused(), allKnown, exemptions);
    for (Judged one : judged) {
      List<Diagnostic> more = new ArrayList<>(joins.getOrDefault(one.manifest(), List.of()));
      more.addAll(admitted.getOrDefault(one.manifest(), List.of()));
      report(one, more);
    }
  }

  private Set<Manifest> refused() {
    Set<Manifest> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    judged.stream().filter(Judged::refused).map(Judged::manifest).forEach(refused::add);
    return refused;
  }

  /** A policy that stumbles over what the server refuses has nothing to add to that finding. */
  private void report(Judged one, List<Diagnostic> more) {
    List<Diagnostic> violations = new ArrayList<>(one.violations());
    violations.addAll(more);
    exemptions.left(one.manifest(), violations).stream()
        .filter(finding -> !one.refused() || !finding.code().equals(PolicyEngine.EVALUATION))
        .forEach(sink::report);
  }
}
