package dev.strake.admission;

import dev.strake.join.Part;
import java.util.List;

/**
 * Which resources a policy or a binding is for.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/predicates/rules/rules.go">rules.go</a>
 */
record ResourceRule(
    List<String> operations,
    List<String> groups,
    List<String> versions,
    List<String> resources,
    String scope,
    List<String> names) {

  private static final String ALL = "*";

  static ResourceRule of(Part rule) {
    return new ResourceRule(
        rule.field("operations").texts(),
        rule.field("apiGroups").texts(),
        rule.field("apiVersions").texts(),
        rule.field("resources").texts(),
        rule.field("scope").text().orElse(ALL),
        rule.field("resourceNames").texts());
  }

  /**
   * Whether it takes a request.
   *
   * @param version that the request's object would have
   */
  boolean matches(Request request, String version) {
    ServedResource resource = request.resource();
    return hasScope(resource.namespaced())
        && has(operations, request.operation().name())
        && has(groups, resource.group())
        && has(versions, version)
        && resources.stream().anyMatch(each -> isWhole(each, resource.plural()))
        && (names.isEmpty() || names.contains(request.name()));
  }

  private boolean hasScope(boolean namespaced) {
    return scope.equals(ALL) || scope.equals(namespaced ? "Namespaced" : "Cluster");
  }

  private static boolean has(List<String> wanted, String one) {
    return wanted.contains(ALL) || wanted.contains(one);
  }

  /** What stands behind a slash is a part of an object, which nobody keeps in Git. */
  private static boolean isWhole(String named, String plural) {
    String resource = named.endsWith("/*") ? named.substring(0, named.length() - 2) : named;
    return resource.equals(ALL) || resource.equals(plural);
  }

  /** The resources that it may take: their plural names, or {@code *}. */
  List<String> plurals() {
    return resources.stream().map(each -> each.replaceFirst("/\\*$", "")).toList();
  }
}
