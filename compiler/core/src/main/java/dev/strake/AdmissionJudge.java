package dev.strake;

import dev.strake.admission.AdmissionGate;
import dev.strake.admission.AdmissionInputs;
import dev.strake.admission.AdmissionJudgement;
import dev.strake.admission.AdmissionSettings;
import dev.strake.admission.ServedResources;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.exempt.Exemptions;
import dev.strake.join.ObjectSet;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.parallel.InParallel;
import dev.strake.policy.AdmissionCompiler;
import dev.strake.schema.KubernetesSchemas;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Judges objects by the ValidatingAdmissionPolicies among them, as the API server will. For one
 * cluster, or for what belongs to none.
 */
final class AdmissionJudge {

  private final Supplier<KubernetesSchemas> schemas;
  private final CustomKinds customKinds;
  private final AdmissionSettings settings;
  private final PodTemplatePaths pods;
  private final Function<List<Manifest>, ObjectSet> together;
  private final Set<String> ownPolicies;
  private final DiagnosticSink sink;

  /**
   * @param schemas asked for once there is a policy
   * @param customKinds that the inputs declare
   * @param pods which objects make pods
   * @param together makes all objects one set
   * @param ownPolicies ids of the policies of ours that judge anyway: what they are compiled to
   *     would say everything twice
   */
  AdmissionJudge(
      Supplier<KubernetesSchemas> schemas,
      CustomKinds customKinds,
      AdmissionSettings settings,
      PodTemplatePaths pods,
      Function<List<Manifest>, ObjectSet> together,
      Set<String> ownPolicies,
      DiagnosticSink sink) {
    this.schemas = schemas;
    this.customKinds = customKinds;
    this.settings = settings;
    this.pods = pods;
    this.together = together;
    this.ownPolicies = ownPolicies;
    this.sink = sink;
  }

  /**
   * What is wrong with each object; what stays open, and what is wrong with the policies, is
   * reported.
   *
   * @param objects all of them
   * @param refused those among them that the API server takes no notice of
   * @param allKnown whether there are no others
   * @param exemptions learn which policies there are
   */
  IdentityHashMap<Manifest, List<Diagnostic>> judge(
      List<Manifest> objects, Set<Manifest> refused, boolean allKnown, Exemptions exemptions) {
    IdentityHashMap<Manifest, List<Diagnostic>> found = new IdentityHashMap<>();
    List<Manifest> ofServer = objects.stream().filter(ManifestJudge::isForTheServer).toList();
    List<Manifest> others = ofServer.stream().filter(one -> !isCompiled(one)).toList();
    if (settings.isOff() || others.stream().noneMatch(AdmissionGate::isOfAdmission)) {
      return found;
    }
    ObjectSet set = together.apply(others);
    AdmissionGate gate =
        AdmissionGate.of(
            new AdmissionInputs(
                set,
                new ServedResources(schemas.get(), customKinds),
                pods,
                allKnown && set.isOfOneCluster(),
                refused,
                settings));
    List<AdmissionJudgement> judgements =
        InParallel.map(set.all(), object -> gate.judge(object, !refused.contains(object)));
    for (int i = 0; i < judgements.size(); i++) {
      found.put(set.all().get(i), judgements.get(i).violations());
    }
    exemptions.add(AdmissionGate.ids(others), gate.ids());
    exemptions.leaveOut(
        judgements.stream()
            .flatMap(judgement -> judgement.open().stream())
            .map(AdmissionJudgement.Open::code)
            .collect(Collectors.toSet()));
    gate.judgeSetup().forEach(sink::report);
    judgements.stream()
        .flatMap(judgement -> judgement.setup().stream())
        .distinct()
        .forEach(sink::report);
    AdmissionGate.open(judgements).forEach(sink::report);
    return found;
  }

  /** Codes of the policies among some objects. */
  static Set<String> ids(List<Manifest> objects) {
    return AdmissionGate.ids(objects);
  }

  /** Whether it says what a policy of ours says: it was generated, or copied from such output. */
  private boolean isCompiled(Manifest object) {
    if (!AdmissionGate.isOfAdmission(object)) {
      return false;
    }
    return object.isGenerated()
        || ownPolicies.stream()
            .anyMatch(id -> AdmissionCompiler.name(id).equals(object.ref().name()));
  }
}
