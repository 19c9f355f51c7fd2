package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;

/** A Service whose selector takes no pod. */
final class ServiceSelectsNothing implements BundleRule {

  @Override
  public String policy() {
    return "network/service-selects-nothing";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part service : Services.selecting(objects)) {
      String namespace = ObjectSet.namespace(service.object());
      if (Services.pods(service, objects).isEmpty() && !objects.mayHaveUnseenPods(namespace)) {
        violations.add(
            service.field("spec", "selector"),
            "nothing in namespace %s makes pods with these labels".formatted(namespace));
      }
    }
  }
}
