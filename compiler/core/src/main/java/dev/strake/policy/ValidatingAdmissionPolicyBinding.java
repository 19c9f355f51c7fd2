package dev.strake.policy;

import java.util.List;

/**
 * The API's object of the same name, as far as policies compile to it: written as JSON or YAML in
 * the order of its components.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-binding-v1/">ValidatingAdmissionPolicyBinding
 *     v1</a>
 */
public record ValidatingAdmissionPolicyBinding(
    String apiVersion, String kind, ValidatingAdmissionPolicy.Metadata metadata, Spec spec) {

  static ValidatingAdmissionPolicyBinding of(
      ValidatingAdmissionPolicy.Metadata metadata, Spec spec) {
    return new ValidatingAdmissionPolicyBinding(
        ValidatingAdmissionPolicy.GROUP_VERSION,
        "ValidatingAdmissionPolicyBinding",
        metadata,
        spec);
  }

  /** What it binds, where, and what follows. */
  public record Spec(
      String policyName, List<String> validationActions, MatchResources matchResources) {
    public Spec {
      validationActions = List.copyOf(validationActions);
    }
  }

  /** Where the policy applies. */
  public record MatchResources(NamespaceSelector namespaceSelector) {}

  /** A label selector over namespaces; objects without a namespace always match. */
  public record NamespaceSelector(List<Requirement> matchExpressions) {
    public NamespaceSelector {
      matchExpressions = List.copyOf(matchExpressions);
    }
  }

  /** One condition on a label. */
  public record Requirement(String key, String operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }
  }
}
