package dev.strake.sync.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whether whoever asks may do something.
 *
 * @param verb of the API, or {@code *} for all of them
 * @param group empty for the core group, {@code *} for all
 * @param resource the plural in URLs, or {@code *}
 * @param namespace empty for all, and for what has none
 */
public record AccessQuestion(String verb, String group, String resource, String namespace) {

  /** Whether there is nothing that may not be done. */
  public static final AccessQuestion EVERYTHING = new AccessQuestion("*", "*", "*", "");

  public static AccessQuestion of(String verb, ResourceType type, String namespace) {
    return new AccessQuestion(
        verb, type.group(), type.plural(), type.namespaced() ? namespace : "");
  }

  /**
   * @see <a
   *     href="https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-access-review-v1/">SelfSubjectAccessReview</a>
   */
  ObjectNode review() {
    ObjectNode review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
    ObjectNode asked = review.putObject("spec").putObject("resourceAttributes");
    asked.put("verb", verb).put("group", group).put("resource", resource);
    asked.put("namespace", namespace);
    return review;
  }

  /** {@code create deployments.apps in shop}. */
  @Override
  public String toString() {
    return verb
        + " "
        + resource
        + (group.isEmpty() ? "" : "." + group)
        + (namespace.isEmpty() ? "" : " in " + namespace);
  }
}
