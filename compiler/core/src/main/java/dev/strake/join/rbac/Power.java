package dev.strake.join.rbac;

import dev.strake.join.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule allows that leads to everything else.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/">Role Based
 *     Access Control Good Practices, privilege escalation risks</a>
 */
final class Power {

  private static final Set<String> READ = Set.of("get", "list", "watch");
  private static final Set<String> WRITE = Set.of("create", "update", "patch");

  private Power() {}

  /** Whether a rule allows everything there is. */
  static boolean isEverything(Part rule) {
    return has(rule, "apiGroups", "*") && has(rule, "resources", "*") && has(rule, "verbs", "*");
  }

  /** How whoever has a rule can take over the cluster, as an end of "it may ..."; empty if not. */
  static Optional<String> takeover(Part rule) {
    if (isEverything(rule)) {
      return Optional.of("do everything");
    }
    // What is limited to names is somebody's own.
    if (!rule.field("resourceNames").isEmpty()) {
      return Optional.empty();
    }
    if (allows(rule, "rbac.authorization.k8s.io", "clusterroles", Set.of("escalate", "bind"))
        || allows(rule, "rbac.authorization.k8s.io", "roles", Set.of("escalate", "bind"))) {
      return Optional.of("give itself any role");
    }
    if (allows(rule, "", "users", Set.of("impersonate"))
        || allows(rule, "", "groups", Set.of("impersonate"))
        || allows(rule, "", "serviceaccounts", Set.of("impersonate"))) {
      return Optional.of("act as anybody");
    }
    if (allows(rule, "", "secrets", READ)) {
      return Optional.of("read all Secrets");
    }
    if (allows(rule, "", "serviceaccounts/token", Set.of("create"))) {
      return Optional.of("make tokens of any account");
    }
    if (allows(rule, "", "pods/exec", Set.of("create", "get"))) {
      return Optional.of("run commands in any pod");
    }
    if (allows(rule, "", "nodes/proxy", READ) || allows(rule, "", "nodes/proxy", WRITE)) {
      return Optional.of("use the kubelets' own API");
    }
    return Optional.empty();
  }

  private static boolean allows(Part rule, String group, String resource, Set<String> verbs) {
    List<String> written = rule.field("verbs").texts();
    boolean verb = written.contains("*") || written.stream().anyMatch(verbs::contains);
    int slash = resource.indexOf('/');
    boolean any = slash >= 0 && has(rule, "resources", "*" + resource.substring(slash));
    return verb
        && (has(rule, "apiGroups", group) || has(rule, "apiGroups", "*"))
        && (has(rule, "resources", resource) || has(rule, "resources", "*") || any);
  }

  private static boolean has(Part rule, String field, String value) {
    return rule.field(field).texts().contains(value);
  }
}
