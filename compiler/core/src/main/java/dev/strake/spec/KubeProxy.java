package dev.strake.spec;

@Doc("kube-proxy, which makes Services work on every node.")
public record KubeProxy(
    @Doc(
            value =
                "How it steers packets. None: it does not run, and the pod network does its work.",
            byDefault = "nftables")
        Mode mode) {

  /** How packets are steered. */
  public enum Mode {
    nftables,
    iptables,
    None
  }
}
