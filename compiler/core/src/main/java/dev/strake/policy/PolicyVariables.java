package dev.strake.policy;

import java.util.ArrayList;
import java.util.List;
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
      boolean readsPods, List<PolicyParameter> parameters, Optional<ElementSet> forEach) {
    List<String> names = new ArrayList<>();
    names.add(OBJECT);
    names.addAll(ABSENT);
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
