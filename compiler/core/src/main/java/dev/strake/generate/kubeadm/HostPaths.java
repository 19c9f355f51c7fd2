package dev.strake.generate.kubeadm;

/** Where kubeadm's files refer to on a host; whoever sets hosts up puts it there. */
public final class HostPaths {

  /**
   * A kubeconfig that is written on the host before anything else, since it holds the credentials
   * with which a node joins.
   */
  public static final String DISCOVERY = "/etc/kubernetes/strake/discovery.conf";

  /** Patches for what kubeadm writes; there only if the node has any. */
  public static final String PATCHES = "/etc/kubernetes/patches";

  private HostPaths() {}
}
