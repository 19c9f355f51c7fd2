package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two Services with the same selector. One that is headless beside one that is not is usual for a
 * StatefulSet.
 */
final class ServiceSelectorUnique implements BundleRule {

  @Override
  public String policy() {
    return "network/service-selector-unique";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    Map<List<Object>, Part> seen = new HashMap<>();
    for (Part service : Services.selecting(objects)) {
      Part selector = service.field("spec", "selector");
      List<Object> key =
          List.of(
              ObjectSet.namespace(service.object()),
              Services.isHeadless(service.object()),
              selector.textByKey());
      Part first = seen.putIfAbsent(key, selector);
      if (first != null) {
        violations.add(
            selector,
            "the Service %s has the same selector".formatted(first.object().ref().name()),
            first,
            "here");
      }
    }
  }
}
