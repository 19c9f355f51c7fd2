package dev.strake;

import dev.strake.api.ApiContext;
import dev.strake.api.ApiRules;
import dev.strake.component.ComponentConfiguration;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.exempt.Exemptions;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ScalarTraps;
import dev.strake.policy.PolicyEngine;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.value.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Holds objects against what the API server would say, then against the policies. */
final class ManifestJudge {

  /** Our own kinds have readers of their own, which say what is wrong with them. */
  private static final String OWN_GROUP = "strake.dev/";

  private final Supplier<KubernetesSchemas> schemas;
  private final CustomKinds customKinds;
  private final PolicyEngine policies;
  private final Exemptions exemptions;
  private final DiagnosticSink sink;

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

  private Judgement judgement(Manifest manifest, ShapeCheck schema, ApiContext server) {
    List<Diagnostic> refusals =
        isForTheServer(manifest) ? refusals(manifest, schema, server) : List.of();
    List<Diagnostic> all = new ArrayList<>(refusals);
    ScalarTraps.check(manifest, refusals, all::add);
    return new Judgement(all, policies.evaluate(List.of(manifest)));
  }

  /** A policy that stumbles over what the server refuses has nothing to add to that finding. */
  private void report(Manifest manifest, Judgement judgement) {
    judgement.refusals().forEach(sink::report);
    exemptions.left(manifest, judgement.violations()).stream()
        .filter(
            finding -> !judgement.isRefused() || !finding.code().equals(PolicyEngine.EVALUATION))
        .forEach(sink::report);
  }

  private static KubernetesVersion release(KubernetesSchemas schemas) {
    return KubernetesVersion.parse("v" + schemas.version() + ".0").orThrow();
  }

  private static boolean isForTheServer(Manifest manifest) {
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

  /** For what was generated too: its shape is a matter of our tests. */
  void judgeByPolicies(List<Manifest> manifests) {
    for (Manifest manifest : manifests) {
      List<Diagnostic> violations = policies.evaluate(List.of(manifest));
      exemptions.left(manifest, violations).forEach(sink::report);
    }
  }
}
