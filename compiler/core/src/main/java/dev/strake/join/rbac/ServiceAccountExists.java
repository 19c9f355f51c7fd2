package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;

/** A pod of a ServiceAccount that is not there: none is made. */
final class ServiceAccountExists implements BundleRule {

  @Override
  public String policy() {
    return "rbac/service-account-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (PodTemplate pod : objects.pods()) {
      Part name = pod.spec().field("serviceAccountName");
      String account = name.textOrEmpty();
      if (!account.isEmpty()
          && !account.equals("default")
          && !objects.has("", "ServiceAccount", pod.namespace(), account)
          && !objects.mayHaveOtherPods(pod.namespace())) {
        violations.add(
            name, "there is no ServiceAccount %s in %s".formatted(account, pod.namespace()));
      }
    }
  }
}
