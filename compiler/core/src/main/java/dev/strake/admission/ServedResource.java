package dev.strake.admission;

import java.util.List;
import java.util.Set;

/**
 * How the API serves a kind of objects.
 *
 * @param plural as in URLs and in rules
 * @param namespaced whether its objects lie in namespaces
 * @param others versions beside this one that the server has for the same objects
 * @param alike whether the objects of all versions look the same but for their {@code apiVersion}
 */
record ServedResource(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    List<String> others,
    boolean alike) {

  static final ServedResource PODS =
      new ServedResource("", "v1", "Pod", "pods", true, List.of(), true);

  private static final String ADMISSION = "admissionregistration.k8s.io";

  /** Kinds that no policy can lock, so that a mistake in one can be taken back. */
  private static final Set<String> EXEMPT =
      Set.of(
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration");

  ServedResource {
    others = List.copyOf(others);
  }

  /**
   * Whether no policy is asked.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/predicates/rules/rules.go">IsExemptAdmissionConfigurationResource
   *     in rules.go</a>
   */
  boolean isExempt() {
    return group.equals(ADMISSION) && EXEMPT.contains(kind);
  }

  boolean isNamespaces() {
    return group.isEmpty() && kind.equals("Namespace");
  }

  /** As an object of a version says it: {@code v1}, {@code apps/v1}. */
  String apiVersion(String ofVersion) {
    return group.isEmpty() ? ofVersion : group + "/" + ofVersion;
  }
}
