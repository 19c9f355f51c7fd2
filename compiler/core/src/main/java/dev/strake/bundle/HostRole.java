package dev.strake.bundle;

/** What a host is in its cluster, in the order in which roles are brought up. */
public enum HostRole {
  LOAD_BALANCER("loadbalancer", "loadbalancers"),
  CONTROL_PLANE("node", "nodes"),
  WORKER("node", "nodes");

  private final String record;
  private final String folder;

  HostRole(String record, String folder) {
    this.record = record;
    this.folder = folder;
  }

  /**
   * The name under which a host keeps its folder, and records what it has applied: {@code node} or
   * {@code loadbalancer}. A control plane that carries the load balancer too has both.
   */
  public String record() {
    return record;
  }

  /** The folder of the output that has the folders of such hosts. */
  public String folder() {
    return folder;
  }

  public boolean isNode() {
    return this != LOAD_BALANCER;
  }
}
