package dev.strake.bundle;

/**
 * When a file is applied. Kubernetes objects go in the order of the declaration, each phase once
 * the one before it is there.
 */
public enum Phase {
  NODE("nodes"),
  LOAD_BALANCER("loadbalancers"),
  /** Node objects are only patched, once their machines have joined, and never created. */
  NODE_PATCH("node-patches"),
  CRDS("00-crds"),
  NAMESPACES("10-namespaces"),
  CLASSES("20-classes"),
  RBAC("30-rbac"),
  CONFIG("40-config"),
  SERVICES("50-services"),
  WORKLOADS("60-workloads"),
  /** Settings of add-ons, whose webhooks refuse them until the add-on runs. */
  ADDONS("70-addons"),
  WEBHOOKS("90-webhooks"),
  ADMISSION("admission"),
  /** Not applied: what a sync goes by while it waits. */
  HEALTH("health"),
  RUNBOOK("runbooks");

  private final String id;

  Phase(String id) {
    this.id = id;
  }

  /** As index.json and the output tree's folders name it. */
  public String id() {
    return id;
  }
}
