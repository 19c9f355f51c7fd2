package dev.strake.generate.controlplane;

import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** What components see of the host's file system beside what kubeadm mounts anyway. */
public final class ComponentMounts {

  private ComponentMounts() {}

  /** Of kube-apiserver. */
  public static List<HostMount> apiServer(ResolvedCluster cluster) {
    return List.of();
  }
}
