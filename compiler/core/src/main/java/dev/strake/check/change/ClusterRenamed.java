package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterMetadata;

/**
 * Another name for the same cluster. It names the folder of the output and the set of objects that
 * belong to the cluster, so that what carries the old name belongs to nobody.
 */
final class ClusterRenamed implements ChangeCheck {

  static final Code CLUSTER_RENAMED = Code.warning("spec/cluster-renamed");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    if (before.name().equals(after.name())) {
      return;
    }
    sink.report(
        after
            .origins()
            .of(after.spec().metadata(), ClusterMetadata::name)
            .finding(
                CLUSTER_RENAMED,
                "the cluster is called %s, and what it has under that name is not renamed with it"
                    .formatted(before.name()))
            .withRelated(
                before.origins().of(before.spec().metadata(), ClusterMetadata::name).range(),
                "as it was")
            .withHelp("write %s, unless this is another cluster".formatted(before.name())));
  }
}
