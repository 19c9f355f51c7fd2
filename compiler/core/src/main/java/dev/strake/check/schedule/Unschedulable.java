package dev.strake.check.schedule;

import dev.strake.check.ManifestCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/**
 * Pods that no machine of the cluster takes: none has the labels that they ask for, each that has
 * them has a taint that they do not tolerate, or none of these is large enough. They stay pending,
 * and every rollout that waits for them fails.
 */
public final class Unschedulable implements ManifestCheck {

  static final Code UNSCHEDULABLE = Code.warning("compile/unschedulable");

  @Override
  public void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    if (cluster.nodes().isEmpty()) {
      return;
    }
    NodeLabels labels = new NodeLabels(cluster);
    for (Manifest object : written) {
      PodTemplate.of(object).ifPresent(pod -> new PodPlacement(pod, cluster, labels, sink).check());
    }
  }
}
