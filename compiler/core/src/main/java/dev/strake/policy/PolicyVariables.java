package dev.strake.policy;

import dev.strake.component.ComponentArguments.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy's expressions can read. The names are those of a ValidatingAdmissionPolicy, so that
 * the same text means the same in the cluster.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-expression">Validation
 *     expression</a>
 */
final class PolicyVariables {

  static final String OBJECT = "object";
  static final String POD_SPEC = "variables.podSpec";
  static final String POD_METADATA = "variables.podMetadata";

  /** The number behind the dot of the cluster's version: 36 for Kubernetes 1.36. */
  static final String KUBERNETES_MINOR = "variables.kubernetesMinor";

  /** What policies of any kind, or those on pods, can read beside their own parameters. */
  static final List<String> OWN = List.of(POD_SPEC, POD_METADATA, KUBERNETES_MINOR);

  /** The flags that a configuration of kubeadm has components run with, for policies on those. */
  static final Map<String, Component> FLAGS =
      Map.of(
          "variables.apiServer", Component.API_SERVER,
          "variables.controllerManager", Component.CONTROLLER_MANAGER,
          "variables.scheduler", Component.SCHEDULER,
          "variables.etcd", Component.ETCD,
          "variables.kubeletFlags", Component.KUBELET);

  /** Whether a configuration says only what differs on one machine. */
  static final String IS_PATCH = "variables.isPatch";

  /** What only a request to the API server has; null before the merge. */
  static final List<String> ABSENT = List.of("oldObject", "request", "params", "namespaceObject");

  static final String PREFIX = "variables.";

  private PolicyVariables() {}

  static String of(ElementSet set) {
    return PREFIX + set.name();
  }

  static String of(PolicyParameter parameter) {
    return PREFIX + parameter.name();
  }

  static List<String> names(
      PolicyScope scope,
      boolean readsPods,
      List<PolicyParameter> parameters,
      Optional<ElementSet> forEach) {
    List<String> names = new ArrayList<>();
    names.add(OBJECT);
    if (scope == PolicyScope.OBJECT) {
      names.addAll(ABSENT);
    }
    if (scope == PolicyScope.COMPONENT) {
      FLAGS.keySet().stream().sorted().forEach(names::add);
      names.add(IS_PATCH);
    }
    names.add(KUBERNETES_MINOR);
    if (readsPods) {
      names.add(POD_SPEC);
      names.add(POD_METADATA);
    }
    sets(readsPods).forEach(set -> names.add(of(set)));
    parameters.forEach(parameter -> names.add(of(parameter)));
    forEach.ifPresent(set -> names.addAll(set.elements()));
    return names.stream().distinct().toList();
  }

  /** The lists of elements that objects can have and that are variables. */
  static List<ElementSet> sets(boolean readsPods) {
    return ElementSet.ALL.stream()
        .filter(ElementSet::isVariable)
        .filter(set -> readsPods || !set.base().isOfPods())
        .toList();
  }
}
