package dev.strake.join.config;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;

/** Whether something makes an object that is not declared itself. */
@FunctionalInterface
interface Producers {

  boolean make(ObjectSet objects, String namespace, String name);

  static boolean makesConfigMap(ObjectSet objects, String namespace, String name) {
    // The controller manager puts it into every namespace.
    return name.equals("kube-root-ca.crt")
        || objects.find("trust.cert-manager.io", "Bundle", name).isPresent();
  }

  static boolean makesSecret(ObjectSet objects, String namespace, String name) {
    return objects.find("bitnami.com", "SealedSecret", namespace, name).isPresent()
        || objects.all("external-secrets.io", "ExternalSecret", namespace).stream()
            .anyMatch(
                one ->
                    Part.of(one)
                        .field("spec", "target", "name")
                        .text()
                        .orElse(one.ref().name())
                        .equals(name))
        || objects.all("cert-manager.io", "Certificate", namespace).stream()
            .anyMatch(one -> Part.of(one).field("spec", "secretName").is(name));
  }
}
