package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;

/** A NetworkPolicy for pods in their node's network, to which it means nothing. */
final class PolicyOfHostNetwork implements BundleRule {

  @Override
  public String policy() {
    return "network/policy-of-host-network";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part policy : NetworkPolicies.all(objects)) {
      Part selector = policy.field("spec", "podSelector");
      NetworkPolicies.pods(policy, objects).stream()
          .filter(pod -> !selector.isEmpty() && pod.isOnHostNetwork())
          .findFirst()
          .ifPresent(pod -> report(selector, pod, violations));
    }
  }

  private static void report(Part selector, PodTemplate pod, Violations violations) {
    violations.add(
        selector,
        "the policy does not hold for %s, which is in its node's network"
            .formatted(pod.owner().ref()),
        pod.spec().field("hostNetwork"),
        "here it says so");
  }
}
