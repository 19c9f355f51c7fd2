package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import java.util.List;

/**
 * A port that a NetworkPolicy opens by a name that none of its pods gives to a port. A number needs
 * no declaration, and is not judged.
 */
final class PolicyPortExists implements BundleRule {

  @Override
  public String policy() {
    return "network/policy-port-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part policy : NetworkPolicies.all(objects)) {
      List<PodTemplate> pods = NetworkPolicies.pods(policy, objects);
      if (!pods.isEmpty() && !objects.mayHaveUnseenPods(ObjectSet.namespace(policy.object()))) {
        policy.field("spec", "ingress").items().stream()
            .flatMap(rule -> rule.field("ports").items().stream())
            .filter(port -> port.field("port").text().isPresent())
            .filter(port -> pods.stream().noneMatch(pod -> has(pod, port)))
            .forEach(port -> report(port, violations));
      }
    }
  }

  private static void report(Part port, Violations violations) {
    violations.add(
        port.field("port"),
        "no container of the pods that the policy selects has a port named "
            + port.field("port").textOrEmpty());
  }

  private static boolean has(PodTemplate pod, Part port) {
    String protocol = port.field("protocol").text().orElse("TCP");
    return pod.containers().stream()
        .flatMap(container -> container.field("ports").items().stream())
        .anyMatch(
            each ->
                each.field("name").is(port.field("port").textOrEmpty())
                    && each.field("protocol").text().orElse("TCP").equals(protocol));
  }
}
