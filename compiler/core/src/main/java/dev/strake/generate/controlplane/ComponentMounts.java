package dev.strake.generate.controlplane;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ControlPlane;
import java.util.List;

/** What components see of the host's file system beside what kubeadm mounts anyway. */
public final class ComponentMounts {

  private ComponentMounts() {}

  /**
   * Of kube-apiserver: its files, which must be there before it starts, and a place for audit logs
   * that outlasts its container.
   */
  public static List<HostMount> apiServer(ResolvedCluster cluster) {
    ControlPlane controlPlane = cluster.spec().spec().controlPlane();
    SourceRange files = cluster.origins().of(controlPlane, ControlPlane::apiServer).range();
    SourceRange audit = cluster.origins().of(controlPlane.apiServer(), ApiServer::audit).range();
    return List.of(
        new HostMount(
            "strake-control-plane", ControlPlanePaths.DIRECTORY, true, "Directory", files),
        new HostMount(
            "strake-audit-logs", ControlPlanePaths.AUDIT_LOGS, false, "DirectoryOrCreate", audit));
  }
}
