package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.SemanticVersion;
import dev.strake.versions.EtcdUpgrades;
import dev.strake.versions.KubeadmImages;
import dev.strake.versions.MinorVersion;

/**
 * An upgrade that takes etcd to its next minor from a patch that etcd's own guide calls too old for
 * that. kubeadm does not look: it replaces the members one after the other.
 *
 * @see <a href="https://etcd.io/docs/v3.7/upgrades/upgrade_3_7/">etcd: upgrade from 3.6 to 3.7</a>
 * @see <a href="https://etcd.io/blog/2025/zombie_members_upgrade/">etcd: zombie members when
 *     upgrading to 3.6</a>
 */
final class EtcdUpgradeFloor implements SpecCheck {

  static final Code ETCD_UPGRADE_FLOOR = Code.warning("spec/etcd-upgrade-floor");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    KubernetesVersion from = spec.upgradeFrom();
    if (from == null || spec.controlPlane().etcd().external() != null) {
      return;
    }
    SemanticVersion before = KubeadmImages.of(from).etcdVersion();
    SemanticVersion after = KubeadmImages.of(spec.kubernetesVersion()).etcdVersion();
    if (!MinorVersion.of(before).next().equals(MinorVersion.of(after))) {
      return;
    }
    EtcdUpgrades.floorBefore(MinorVersion.of(after))
        .filter(floor -> before.compareTo(floor) < 0)
        .ifPresent(
            floor ->
                sink.report(
                    cluster
                        .origins()
                        .of(spec, ClusterSpec::upgradeFrom)
                        .finding(
                            ETCD_UPGRADE_FLOOR,
                            "%s runs etcd %s, and %s brings %s, which asks for %s before"
                                .formatted(from, before, spec.kubernetesVersion(), after, floor))
                        .withRelated(
                            cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
                            "brings etcd " + after)
                        .withHelp(help(from, floor))));
  }

  /** The first patch that brings enough, if there is one; else what to do by hand. */
  private static String help(KubernetesVersion from, SemanticVersion floor) {
    KubeadmImages best =
        KubeadmImages.of(new KubernetesVersion(from.major(), from.minor(), Integer.MAX_VALUE));
    if (best.etcdVersion().compareTo(floor) >= 0) {
      return "upgrade to %s first, which runs etcd %s".formatted(best.from(), best.etcdVersion());
    }
    return ("on one control plane after the other, set the image in"
            + " /etc/kubernetes/manifests/etcd.yaml to registry.k8s.io/etcd:%s-0, and wait until"
            + " the member is healthy; then upgrade")
        .formatted(floor);
  }
}
