package dev.strake.sync.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.live.Caller;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a sync itself runs as: its ServiceAccount with its namespace, the bindings that name it, and
 * their roles. A sync that deleted them first could not delete the rest.
 *
 * @see <a href="https://github.com/fluxcd/flux2/issues/997">flux2#997</a>
 */
final class OwnRights {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String ACCOUNT = "system:serviceaccount:";
  private static final Set<String> KINDS =
      Set.of(
          "ServiceAccount",
          "Namespace",
          "Role." + RBAC,
          "RoleBinding." + RBAC,
          "ClusterRole." + RBAC,
          "ClusterRoleBinding." + RBAC);

  private OwnRights() {}

  /** Whether it matters who asks. */
  static boolean mayBe(KubernetesObject object) {
    return KINDS.contains(object.identity().groupKind());
  }

  /** Those of some objects. */
  static Set<ObjectIdentity> among(Collection<KubernetesObject> objects, Caller caller) {
    Set<ObjectIdentity> rights = new HashSet<>();
    String[] account =
        caller.user().startsWith(ACCOUNT)
            ? caller.user().substring(ACCOUNT.length()).split(":", 2)
            : new String[0];
    if (account.length == 2) {
      rights.add(new ObjectIdentity("", "ServiceAccount", account[0], account[1]));
      rights.add(new ObjectIdentity("", "Namespace", "", account[0]));
    }
    for (KubernetesObject object : objects) {
      boolean binding = object.group().equals(RBAC) && object.kind().endsWith("RoleBinding");
      if (binding && object.items("subjects").stream().anyMatch(each -> names(each, caller))) {
        rights.add(object.identity());
        String role = object.text("roleRef", "kind").orElse("");
        rights.add(
            new ObjectIdentity(
                RBAC,
                role,
                role.equals("Role") ? object.namespace() : "",
                object.text("roleRef", "name").orElse("")));
      }
    }
    return rights;
  }

  private static boolean names(JsonNode subject, Caller caller) {
    String name = subject.path("name").asText("");
    return switch (subject.path("kind").asText("")) {
      case "User" -> name.equals(caller.user());
      case "Group" -> caller.groups().contains(name);
      case "ServiceAccount" ->
          caller.user().equals(ACCOUNT + subject.path("namespace").asText("") + ":" + name);
      default -> false;
    };
  }
}
