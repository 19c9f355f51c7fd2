package dev.strake.check.audit;

import dev.strake.yaml.YamlMapping;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Objects whose bodies hold secrets.
 *
 * @param resource with its subresource
 * @param requests the verbs whose requests hold a secret
 * @param answers the verbs whose answers do
 */
record SecretBodies(String group, String resource, Set<String> requests, Set<String> answers) {

  static final List<SecretBodies> ALL =
      List.of(
          new SecretBodies(
              "",
              "secrets",
              Set.of("create", "update", "patch"),
              Set.of("get", "list", "create", "update", "patch")),
          new SecretBodies("", "serviceaccounts/token", Set.of(), Set.of("create")),
          new SecretBodies(
              "authentication.k8s.io", "tokenreviews", Set.of("create"), Set.of("create")));

  SecretBodies {
    requests = Set.copyOf(requests);
    answers = Set.copyOf(answers);
  }

  /**
   * The first rule that notes such a body. The first rule that matches a request decides, so that
   * earlier ones keep it from later ones, unless they are for some users or names only.
   */
  Optional<YamlMapping> noted(List<YamlMapping> rules) {
    Set<String> decided = new TreeSet<>();
    for (YamlMapping rule : rules) {
      if (!matches(rule)) {
        continue;
      }
      Set<String> noted = noted(rule.string("level").orElse(""));
      List<String> of = PolicyFile.texts(rule, "verbs");
      if (noted.stream()
          .anyMatch(verb -> (of.isEmpty() || of.contains(verb)) && !decided.contains(verb))) {
        return Optional.of(rule);
      }
      if (isForAll(rule)) {
        decided.addAll(of.isEmpty() ? all() : of);
      }
    }
    return Optional.empty();
  }

  private Set<String> noted(String level) {
    Set<String> noted = new TreeSet<>();
    if (level.startsWith("Request")) {
      noted.addAll(requests);
    }
    if (level.equals("RequestResponse")) {
      noted.addAll(answers);
    }
    return noted;
  }

  private Collection<String> all() {
    return noted("RequestResponse");
  }

  private boolean matches(YamlMapping rule) {
    if (!PolicyFile.texts(rule, "nonResourceURLs").isEmpty()) {
      return false;
    }
    List<YamlMapping> kinds = PolicyFile.mappings(rule, "resources").toList();
    return kinds.isEmpty() || kinds.stream().anyMatch(this::isAmong);
  }

  private boolean isAmong(YamlMapping kinds) {
    List<String> resources = PolicyFile.texts(kinds, "resources");
    int slash = resource.indexOf('/');
    return kinds.string("group").orElse("").equals(group)
        && (resources.isEmpty()
            || resources.contains(resource)
            || resources.contains("*")
            || resources.contains((slash < 0 ? resource : resource.substring(0, slash)) + "/*")
            || (slash >= 0 && resources.contains("*" + resource.substring(slash))));
  }

  private boolean isForAll(YamlMapping rule) {
    return PolicyFile.texts(rule, "users").isEmpty()
        && PolicyFile.texts(rule, "userGroups").isEmpty()
        && PolicyFile.texts(rule, "namespaces").isEmpty()
        && (PolicyFile.mappings(rule, "resources").findAny().isEmpty()
            || PolicyFile.mappings(rule, "resources")
                .filter(this::isAmong)
                .anyMatch(kinds -> PolicyFile.texts(kinds, "resourceNames").isEmpty()));
  }
}
