package dev.strake.generate.controlplane;

import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request as the API server holds it against the rules of an audit policy.
 *
 * @param groups of the user
 * @param resource with its subresource: {@code pods/exec}; for other addresses, the address
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/v1.36.0/staging/src/k8s.io/apiserver/pkg/audit/policy/checker.go">The
 *     API server's own</a>
 */
record AuditedRequest(String user, Set<String> groups, String verb, String group, String resource) {

  /** What the first rule that matches says; an API server notes nothing where none does. */
  String level(YamlMapping policy) {
    return policy.sequence("rules").orElseThrow().items().stream()
        .map(YamlMapping.class::cast)
        .filter(this::matches)
        .map(rule -> rule.string("level").orElseThrow())
        .findFirst()
        .orElse("None");
  }

  private boolean matches(YamlMapping rule) {
    return matches(rule, "users", List.of(user))
        && matches(rule, "userGroups", groups)
        && matches(rule, "verbs", List.of(verb))
        && matchesObject(rule)
        && matchesAddress(rule);
  }

  private static boolean matches(YamlMapping rule, String field, Iterable<String> values) {
    List<String> wanted = texts(rule, field);
    if (wanted.isEmpty()) {
      return true;
    }
    for (String value : values) {
      if (wanted.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesObject(YamlMapping rule) {
    List<YamlMapping> wanted = items(rule, "resources").map(YamlMapping.class::cast).toList();
    return wanted.isEmpty() || (!isAddress() && wanted.stream().anyMatch(this::isAmong));
  }

  private boolean isAmong(YamlMapping kinds) {
    List<String> resources = texts(kinds, "resources");
    return kinds.string("group").orElse("").equals(group)
        && (resources.isEmpty() || resources.contains(resource));
  }

  private boolean matchesAddress(YamlMapping rule) {
    List<String> wanted = texts(rule, "nonResourceURLs");
    return wanted.isEmpty() || (isAddress() && wanted.stream().anyMatch(this::isBelow));
  }

  private boolean isBelow(String pattern) {
    return pattern.endsWith("*")
        ? resource.startsWith(pattern.substring(0, pattern.length() - 1))
        : resource.equals(pattern);
  }

  private boolean isAddress() {
    return resource.startsWith("/");
  }

  private static List<String> texts(YamlMapping mapping, String field) {
    return items(mapping, field).map(item -> ((YamlScalar) item).value()).toList();
  }

  private static Stream<YamlNode> items(YamlMapping mapping, String field) {
    return mapping.sequence(field).stream().flatMap(list -> list.items().stream());
  }
}
