package dev.strake.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** What a policy looks at to judge. */
public enum PolicyScope {
  /** One object at a time, before the merge and in the cluster. */
  OBJECT("object"),

  /**
   * One configuration of a component at a time: what kubeadm, the kubelet, kube-proxy or the API
   * server reads from a file. No request ever brings it to the cluster, so it is judged before the
   * merge alone.
   */
  COMPONENT("component"),

  /** A cluster's spec with its defaults, before the merge alone. */
  SPEC("spec"),

  /** All objects of a cluster together, before the merge alone. */
  BUNDLE("bundle");

  private final String text;

  PolicyScope(String text) {
    this.text = text;
  }

  static Optional<PolicyScope> parse(String text) {
    return Stream.of(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }

  /** As policies write it. */
  @Override
  public String toString() {
    return text;
  }
}
