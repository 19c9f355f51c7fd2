package dev.strake.check.controlplane;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.Etcd;
import dev.strake.spec.ExtraArgument;
import dev.strake.spec.Origin;
import dev.strake.versions.KubeadmImages;
import dev.strake.versions.MinorVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A flag that the spec adds to a component's.
 *
 * @param component {@code kube-apiserver}
 * @param release of the component
 */
record AddedFlag(
    String component, MinorVersion release, ExtraArgument argument, Origin named, Origin valued) {

  static List<AddedFlag> of(ResolvedCluster cluster) {
    ControlPlane plane = cluster.spec().spec().controlPlane();
    MinorVersion kubernetes = MinorVersion.of(cluster.spec().spec().kubernetesVersion());
    List<AddedFlag> flags = new ArrayList<>();
    add(flags, cluster, "kube-apiserver", kubernetes, plane.apiServer().extraArgs());
    add(
        flags,
        cluster,
        "kube-controller-manager",
        kubernetes,
        plane.controllerManager().extraArgs());
    add(flags, cluster, "kube-scheduler", kubernetes, plane.scheduler().extraArgs());
    Etcd.Local local = plane.etcd().local();
    if (local != null) {
      MinorVersion etcd =
          MinorVersion.of(
              KubeadmImages.of(cluster.spec().spec().kubernetesVersion()).etcdVersion());
      add(flags, cluster, "etcd", etcd, local.extraArgs());
    }
    return flags;
  }

  private static void add(
      List<AddedFlag> flags,
      ResolvedCluster cluster,
      String component,
      MinorVersion release,
      List<ExtraArgument> arguments) {
    for (ExtraArgument argument : arguments) {
      flags.add(
          new AddedFlag(
              component,
              release,
              argument,
              cluster.origins().of(argument, ExtraArgument::name),
              cluster.origins().of(argument, ExtraArgument::value)));
    }
  }

  String name() {
    return argument.name().text();
  }

  String value() {
    return argument.value();
  }
}
