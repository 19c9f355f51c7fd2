package dev.strake.policy;

import dev.strake.spec.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API's object of the same name, as far as policies compile to it: written as JSON or YAML in
 * the order of its components, without nulls.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-v1/">ValidatingAdmissionPolicy
 *     v1</a>
 */
public record ValidatingAdmissionPolicy(
    String apiVersion, String kind, Metadata metadata, Spec spec) {

  static final String GROUP_VERSION = "admissionregistration.k8s.io/v1";

  static ValidatingAdmissionPolicy of(Metadata metadata, Spec spec) {
    return new ValidatingAdmissionPolicy(
        GROUP_VERSION, "ValidatingAdmissionPolicy", metadata, spec);
  }

  /**
   * An object's name and notes.
   *
   * @param annotations null for none
   */
  public record Metadata(String name, @Nullable Annotations annotations) {}

  /** What the policy says about itself to people who meet it in the cluster. */
  public record Annotations(
      @Key("strake.dev/policy") String policy, @Key("strake.dev/title") String title) {}

  /**
   * What it validates.
   *
   * @param matchConditions null for none
   * @param auditAnnotations what the audit log says beside
   */
  public record Spec(
      String failurePolicy,
      MatchConstraints matchConstraints,
      @Nullable List<MatchCondition> matchConditions,
      List<Variable> variables,
      List<Check> validations,
      List<AuditAnnotation> auditAnnotations) {
    public Spec {
      matchConditions = matchConditions == null ? null : List.copyOf(matchConditions);
      variables = List.copyOf(variables);
      validations = List.copyOf(validations);
      auditAnnotations = List.copyOf(auditAnnotations);
    }
  }

  /** What has to hold of a request, or the policy is not asked. */
  public record MatchCondition(String name, String expression) {}

  /** A note for the audit log; none is made of an empty text. */
  public record AuditAnnotation(String key, String valueExpression) {}

  /** Which requests it judges. */
  public record MatchConstraints(String matchPolicy, List<ResourceRule> resourceRules) {
    public MatchConstraints {
      resourceRules = List.copyOf(resourceRules);
    }
  }

  /** Resources of one group and version. */
  public record ResourceRule(
      List<String> apiGroups,
      List<String> apiVersions,
      List<String> operations,
      List<String> resources) {
    public ResourceRule {
      apiGroups = List.copyOf(apiGroups);
      apiVersions = List.copyOf(apiVersions);
      operations = List.copyOf(operations);
      resources = List.copyOf(resources);
    }
  }

  /** An expression that others read as {@code variables.<name>}. */
  public record Variable(String name, String expression) {}

  /**
   * A validation.
   *
   * @param messageExpression null for none
   */
  public record Check(
      String expression, String message, @Nullable String messageExpression, String reason) {}
}
