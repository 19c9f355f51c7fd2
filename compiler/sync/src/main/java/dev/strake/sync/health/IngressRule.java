package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether an Ingress can be reached, where its controller says so. Many never write an address, and
 * nothing in the API tells which do. So an address is waited for only if some other Ingress of the
 * same class has one.
 */
final class IngressRule implements HealthRule {

  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private final Set<String> publishing;

  /**
   * @param publishing classes whose controllers write addresses
   */
  IngressRule(Set<String> publishing) {
    this.publishing = Set.copyOf(publishing);
  }

  /** The classes of those that have an address; the default class is empty. */
  static Set<String> publishing(Collection<KubernetesObject> ingresses) {
    Set<String> classes = new TreeSet<>();
    for (KubernetesObject ingress : ingresses) {
      if (ServiceRule.hasAddress(ingress)) {
        classes.add(ingressClass(ingress));
      }
    }
    return classes;
  }

  private static String ingressClass(KubernetesObject ingress) {
    return ingress
        .text("spec", "ingressClassName")
        .or(() -> Optional.ofNullable(ingress.annotations().get(CLASS_ANNOTATION)))
        .orElse("");
  }

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    if (ServiceRule.hasAddress(object)) {
      return Health.current("it has an address");
    }
    return publishing.contains(ingressClass(object))
        ? Health.inProgress("NoIngress", "it has no address, and others of its class have one")
        : Health.current("it is there; its controller is not known to write addresses");
  }
}
