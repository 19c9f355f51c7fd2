package dev.strake.join.network;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.HashMap;
import java.util.Map;

/** Two Ingresses of one class that claim the same path of the same host. */
final class IngressHostPathUnique implements BundleRule {

  /** One that shall get a part of another's requests. */
  private static final String CANARY = "nginx.ingress.kubernetes.io/canary";

  private record Claim(String controller, String host, String path, String type) {}

  @Override
  public String policy() {
    return "network/ingress-host-path-unique";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (!objects.isOfOneCluster()) {
      return;
    }
    Map<Claim, Part> claims = new HashMap<>();
    for (Manifest object : objects.all("networking.k8s.io", "Ingress")) {
      Part ingress = Part.of(object);
      if (!ingress.field("metadata", "annotations", CANARY).is("true")) {
        check(ingress, claims, violations);
      }
    }
  }

  private static void check(Part ingress, Map<Claim, Part> claims, Violations violations) {
    String controller = ingress.field("spec", "ingressClassName").textOrEmpty();
    for (Part rule : ingress.field("spec", "rules").items()) {
      String host = rule.field("host").textOrEmpty();
      for (Part path : rule.field("http", "paths").items()) {
        String text = path.field("path").text().orElse("/");
        String type = path.field("pathType").textOrEmpty();
        Part first = claims.putIfAbsent(new Claim(controller, host, text, type), path);
        if (first != null) {
          violations.add(
              path.field("path"),
              "%s of %s is claimed twice".formatted(text, host.isEmpty() ? "every host" : host),
              first.field("path"),
              "by " + first.object().ref() + " first");
        }
      }
    }
  }
}
