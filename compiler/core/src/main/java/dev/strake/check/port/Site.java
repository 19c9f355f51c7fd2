package dev.strake.check.port;

/** A kind of machine that programs listen on. */
public enum Site {
  /** Every node and every load balancer host. */
  MACHINE,
  /** Every node. */
  NODE,
  /** Every control plane node. */
  CONTROL_PLANE,
  /** What the load balancer runs on: hosts of its own, or the control planes. */
  BALANCER
}
