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
    for (Manifest manifest : written) {
      List<Diagnostic> refusals =
          isForTheServer(manifest) ? refusals(manifest, schema, server) : List.of();
      refusals.forEach(sink::report);
      ScalarTraps.check(manifest, refusals, sink);
      judge(manifest, refusals);
    }
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

  /** A policy that stumbles over what the server refuses has nothing to add to that finding. */
  private void judge(Manifest manifest, List<Diagnostic> refusals) {
    boolean broken = refusals.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    judged(manifest).stream()
        .filter(finding -> !broken || !finding.code().equals(PolicyEngine.EVALUATION))
        .forEach(sink::report);
  }

  /** For what was generated too: its shape is a matter of our tests. */
  void judgeByPolicies(List<Manifest> manifests) {
    manifests.forEach(manifest -> judged(manifest).forEach(sink::report));
  }

  private List<Diagnostic> judged(Manifest manifest) {
    return exemptions.left(manifest, policies.evaluate(List.of(manifest)));
  }
}
