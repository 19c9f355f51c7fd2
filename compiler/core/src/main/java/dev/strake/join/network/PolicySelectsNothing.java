package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;

/** A NetworkPolicy whose selector takes no pod. An empty one takes all there will be. */
final class PolicySelectsNothing implements BundleRule {

  @Override
  public String policy() {
    return "network/policy-selects-nothing";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part policy : NetworkPolicies.all(objects)) {
      String namespace = ObjectSet.namespace(policy.object());
      Part selector = policy.field("spec", "podSelector");
      boolean selectsAny = !NetworkPolicies.pods(policy, objects).isEmpty();
      if (!selector.isEmpty() && !selectsAny && !objects.mayHaveUnseenPods(namespace)) {
        violations.add(
            selector, "nothing in namespace %s makes pods with these labels".formatted(namespace));
      }
    }
  }
}
