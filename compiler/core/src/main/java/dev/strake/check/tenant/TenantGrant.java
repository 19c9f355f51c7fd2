package dev.strake.check.tenant;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.spec.Tenant;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A Role or RoleBinding with which a tenant's own accounts could lift what the cluster holds its
 * namespaces to. Whoever applies it may do anything, so that the API server does not ask whether
 * its author has the rights that it gives.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping">RBAC:
 *     privilege escalation prevention</a>
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">RBAC:
 *     admin has no write access to quotas or to the namespace</a>
 */
final class TenantGrant implements BoundaryRule {

  static final Code TENANT_GRANT = Code.error("compile/tenant-grant");

  private static final String GROUP = "rbac.authorization.k8s.io";
  private static final String ALL = "*";

  /** With these a subject gives itself any right. */
  private static final Set<String> ESCALATING = Set.of("escalate", "bind", "impersonate");

  private static final Set<String> WRITING =
      Set.of("create", "update", "patch", "delete", "deletecollection");

  /** Of the core group. */
  private static final Set<String> GUARD_RAILS = Set.of("resourcequotas", "limitranges");

  @Override
  public void check(TenantPlace tenant, Manifest object, DiagnosticSink sink) {
    if (!object.ref().apiVersion().startsWith(GROUP + "/")) {
      return;
    }
    switch (object.ref().kind()) {
      case "Role" -> checkRole(tenant, object, sink);
      case "RoleBinding" -> checkBinding(tenant, object, sink);
      default -> {
        // Those of the whole cluster are refused anyway.
      }
    }
  }

  private static void checkBinding(TenantPlace tenant, Manifest object, DiagnosticSink sink) {
    YamlMapping role = object.root().mapping("roleRef").orElse(null);
    if (role == null || !role.string("kind").filter("ClusterRole"::equals).isPresent()) {
      return;
    }
    String name = role.string("name").orElse("");
    if (name.equals("cluster-admin") || name.startsWith("system:")) {
      sink.report(
          tenant.limited(
              object
                  .finding(
                      TENANT_GRANT,
                      NodePath.of("roleRef", "name"),
                      "%s may change the quotas and limits that the tenant %s is held to"
                          .formatted(name, tenant.name()))
                  .withHelp("write admin, edit or view, or a role of what is needed"),
              Tenant::namespaces));
    }
  }

  private static void checkRole(TenantPlace tenant, Manifest object, DiagnosticSink sink) {
    YamlSequence rules = object.root().sequence("rules").orElse(null);
    if (rules == null) {
      return;
    }
    for (int i = 0; i < rules.items().size(); i++) {
      if (rules.items().get(i) instanceof YamlMapping rule) {
        NodePath at = NodePath.of("rules").index(i);
        if (escalates(rule)) {
          sink.report(
              tenant.limited(
                  object
                      .finding(
                          TENANT_GRANT,
                          at.key("verbs"),
                          "with escalate, bind or impersonate the tenant %s could give itself any right"
                              .formatted(tenant.name()))
                      .withHelp("write the verbs that are needed, such as [get, list, watch]"),
                  Tenant::namespaces));
        } else if (changesGuardRails(rule)) {
          sink.report(
              tenant.limited(
                  object
                      .finding(
                          TENANT_GRANT,
                          at.key("resources"),
                          "the role may change the quotas and limits that the tenant %s is held to"
                              .formatted(tenant.name()))
                      .withHelp("name the resources that are needed, such as [pods, services]"),
                  Tenant::namespaces));
        }
      }
    }
  }

  /** {@code *} is any verb, where the resources are those that have such verbs. */
  private static boolean escalates(YamlMapping rule) {
    List<String> verbs = texts(rule, "verbs");
    if (verbs.stream().anyMatch(ESCALATING::contains)) {
      return true;
    }
    boolean roles =
        has(rule, "apiGroups", Set.of(GROUP, ALL))
            && has(rule, "resources", Set.of("roles", "rolebindings", ALL));
    boolean accounts =
        has(rule, "apiGroups", Set.of("", ALL))
            && has(rule, "resources", Set.of("serviceaccounts"));
    return verbs.contains(ALL) && (roles || accounts);
  }

  private static boolean changesGuardRails(YamlMapping rule) {
    List<String> verbs = texts(rule, "verbs");
    boolean writes = verbs.contains(ALL) || verbs.stream().anyMatch(WRITING::contains);
    List<String> resources = texts(rule, "resources");
    boolean rails = resources.contains(ALL) || resources.stream().anyMatch(GUARD_RAILS::contains);
    return writes && rails && has(rule, "apiGroups", Set.of("", ALL));
  }

  private static boolean has(YamlMapping rule, String field, Set<String> any) {
    return texts(rule, field).stream().anyMatch(any::contains);
  }

  private static List<String> texts(YamlMapping rule, String field) {
    List<String> texts = new ArrayList<>();
    rule.sequence(field)
        .ifPresent(
            list ->
                list.items()
                    .forEach(
                        item -> {
                          if (item instanceof YamlScalar scalar && !scalar.isNull()) {
                            texts.add(scalar.value());
                          }
                        }));
    return texts;
  }
}
