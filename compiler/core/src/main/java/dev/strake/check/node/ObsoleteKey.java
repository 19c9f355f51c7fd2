package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origin;
import dev.strake.value.LabelKey;

/**
 * Keys of labels and taints that were given up for others. Schedulers, provisioners and manifests
 * of today look at the new ones alone.
 */
final class ObsoleteKey implements SpecCheck {

  static final Code OBSOLETE_KEY = Code.warning("spec/obsolete-key");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (PoolLabel label : PoolLabel.of(cluster)) {
      // What the kubelet refuses or sets itself is reported as that.
      boolean usable = !label.byKubelet() || KubernetesKey.mayBeSetByKubelet(label.key());
      KubernetesKey.label(label.key())
          .filter(known -> usable && !known.isWrittenByItself())
          .ifPresent(known -> check(known, "label", label.origin(), sink));
    }
    PoolTaint.of(cluster)
        .forEach(
            taint ->
                KubernetesKey.taint(taint.taint().key())
                    .ifPresent(known -> check(known, "taint", taint.origin(), sink)));
  }

  private static void check(KubernetesKey known, String what, Origin origin, DiagnosticSink sink) {
    LabelKey instead = known.instead();
    if (instead != null) {
      sink.report(
          origin
              .finding(
                  OBSOLETE_KEY, "nothing looks at the %s %s any more".formatted(what, known.key()))
              .withHelp("write " + instead));
    }
  }
}
