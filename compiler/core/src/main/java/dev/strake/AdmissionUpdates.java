package dev.strake;

import dev.strake.admission.AdmissionGate;
import dev.strake.admission.AdmissionInputs;
import dev.strake.admission.AdmissionSettings;
import dev.strake.admission.ServedResources;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.exempt.Exemptions;
import dev.strake.join.ObjectSet;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.update.ObjectUpdates;
import dev.strake.update.ObjectUpdates.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What users' ValidatingAdmissionPolicies say about updates. Whatever they say about the objects as
 * they become, and about themselves, is for the compilation to say.
 */
final class AdmissionUpdates {

  // See above: of exemptions too, only their effect counts here.
  private static final DiagnosticSink NOBODY = finding -> {};

  private final CompileRequest request;

  AdmissionUpdates(CompileRequest request) {
    this.request = request;
  }

  /**
   * Reports at the places of the objects as they become.
   *
   * @param cluster that they are meant for; empty for none
   */
  void check(
      List<Manifest> before,
      List<Manifest> after,
      Optional<Bound<Cluster>> cluster,
      DiagnosticSink sink) {
    AdmissionSettings settings =
        new ClusterPolicies(List.of(), request.policies()).admission(cluster);
    if (settings.isOff() || after.stream().noneMatch(AdmissionGate::isOfAdmission)) {
      return;
    }
    PodTemplatePaths pods = DeclaredPodTemplates.of(after, cluster, NOBODY).paths();
    Joins joins = new Joins(pods, NOBODY);
    ObjectSet objects =
        cluster.isPresent() ? joins.together(after, cluster) : joins.together(after);
    ServedResources resources =
        new ServedResources(
            new TargetSchemas(request.kubernetesVersion()).of(cluster), CustomKinds.of(after));
    // What the spec generates is not among the objects.
    AdmissionGate gate =
        AdmissionGate.of(new AdmissionInputs(objects, resources, pods, false, Set.of(), settings));
    Exemptions exemptions = new Exemptions(cluster, gate.ids(), Set.of(), request.asOf(), NOBODY);
    for (Change change : ObjectUpdates.changes(before, after)) {
      if (ManifestJudge.isForTheServer(change.after())) {
        exemptions
            .left(change.after(), gate.judgeUpdate(change.before(), change.after()))
            .forEach(sink::report);
      }
    }
  }
}
