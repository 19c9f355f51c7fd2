package dev.strake.spec;

import org.jspecify.annotations.Nullable;

@Doc("The pod network's plugin.")
public sealed interface Cni {

  @Doc("Flannel: a plain overlay.")
  record Flannel(
      @Doc(value = "How packets travel between nodes.", byDefault = "VXLAN")
          @Nullable Backend backend,
      @Doc(
              value =
                  "Runs kube-network-policies beside it; without it no NetworkPolicy has effect.",
              byDefault = "false")
          @Nullable Boolean networkPolicy)
      implements Cni {

    /** How packets travel between nodes. */
    public enum Backend {
      VXLAN,
      HostGW
    }
  }

  @Doc("No plugin: somebody else brings one.")
  record None() implements Cni {}
}
