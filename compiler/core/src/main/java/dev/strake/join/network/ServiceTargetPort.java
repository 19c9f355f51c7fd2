package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A Service that sends to a port by a name that no pod has. Numbers need not be declared. */
final class ServiceTargetPort implements BundleRule {

  @Override
  public String policy() {
    return "network/service-target-port";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part service : Services.selecting(objects)) {
      List<PodTemplate> pods = Services.pods(service, objects);
      Set<String> names = names(pods);
      for (Part port : service.field("spec", "ports").items()) {
        String target = port.field("targetPort").textOrEmpty();
        if (!pods.isEmpty() && !target.isEmpty() && !names.contains(target)) {
          violations.add(
              port.field("targetPort"),
              "no container of %s has a port named %s".formatted(pods.get(0).owner().ref(), target),
              names.isEmpty()
                  ? "name the container's port, or write its number here"
                  : "write one of " + String.join(", ", names) + ", or a number");
        }
      }
    }
  }

  private static Set<String> names(List<PodTemplate> pods) {
    Set<String> names = new TreeSet<>();
    for (PodTemplate pod : pods) {
      for (Part container : pod.containers()) {
        container.field("ports").items().forEach(p -> p.field("name").text().ifPresent(names::add));
      }
    }
    return names;
  }
}
