package dev.strake.sync.install;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the agent may do: keep its Leases and tell Events in its own namespace, and read and write
 * the resources that its cluster's bundle has, and no others.
 */
final class AgentRoles {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final Set<String> ROLES = Set.of("roles", "clusterroles");

  private AgentRoles() {}

  static List<HasMetadata> of(Installation installation, Map<String, String> labels) {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(
        new RoleBuilder()
            .withNewMetadata()
            .withName(Installation.NAME)
            .withNamespace(installation.namespace())
            .withLabels(labels)
            .endMetadata()
            .withRules(own())
            .build());
    objects.add(
        new RoleBindingBuilder()
            .withNewMetadata()
            .withName(Installation.NAME)
            .withNamespace(installation.namespace())
            .withLabels(labels)
            .endMetadata()
            .withNewRoleRef(RBAC, "Role", Installation.NAME)
            .addNewSubject(null, "ServiceAccount", Installation.NAME, installation.namespace())
            .build());
    if (!installation.resources().isEmpty()) {
      objects.add(
          new ClusterRoleBuilder()
              .withNewMetadata()
              .withName(Installation.NAME)
              .withLabels(labels)
              .withAnnotations(reasons(installation.resources()))
              .endMetadata()
              .withRules(synced(installation.resources()))
              .build());
      objects.add(
          new ClusterRoleBindingBuilder()
              .withNewMetadata()
              .withName(Installation.NAME)
              .withLabels(labels)
              .endMetadata()
              .withNewRoleRef(RBAC, "ClusterRole", Installation.NAME)
              .addNewSubject(null, "ServiceAccount", Installation.NAME, installation.namespace())
              .build());
    }
    return objects;
  }

  private static List<PolicyRule> own() {
    return List.of(
        rule("coordination.k8s.io", List.of("leases"), "get", "list", "create", "update", "delete"),
        rule("events.k8s.io", List.of("events"), "create", "patch"));
  }

  private static List<PolicyRule> synced(List<SyncedResource> resources) {
    Map<String, Set<String>> byGroup = new TreeMap<>();
    for (SyncedResource resource : resources) {
      byGroup.computeIfAbsent(resource.group(), group -> new TreeSet<>()).add(resource.resource());
    }
    List<PolicyRule> rules = new ArrayList<>();
    Set<String> core = byGroup.computeIfAbsent("", group -> new TreeSet<>());
    boolean nodes = core.remove("nodes");
    boolean namespaces = core.contains("namespaces");
    core.remove("configmaps");
    byGroup.values().removeIf(Set::isEmpty);
    byGroup.forEach(
        (group, names) ->
            rules.add(rule(group, List.copyOf(names), "get", "list", "create", "patch", "delete")));
    // An inventory is one, and is replaced as a whole.
    rules.add(
        rule("", List.of("configmaps"), "get", "list", "create", "update", "patch", "delete"));
    if (nodes) {
      rules.add(rule("", List.of("nodes"), "get", "list", "patch"));
    }
    if (!namespaces) {
      // One for the inventory, and a look whether those of the bundle's objects are there.
      rules.add(rule("", List.of("namespaces"), "get", "create"));
    }
    // To explain why something does not become healthy.
    rules.add(rule("", List.of("events", "pods"), "list"));
    rules.addAll(escalations(resources));
    return rules;
  }

  /**
   * Whoever writes a role must have what it grants, or be allowed to grant more than that. The
   * agent is, for the very roles of the bundle.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping">Kubernetes:
   *     privilege escalation prevention</a>
   */
  private static List<PolicyRule> escalations(List<SyncedResource> resources) {
    Map<String, List<String>> names =
        resources.stream()
            .filter(
                resource -> resource.group().equals(RBAC) && ROLES.contains(resource.resource()))
            .collect(
                Collectors.groupingBy(
                    SyncedResource::resource,
                    TreeMap::new,
                    Collectors.mapping(SyncedResource::name, Collectors.toList())));
    List<PolicyRule> rules = new ArrayList<>();
    names.forEach(
        (resource, roles) ->
            rules.add(
                new PolicyRuleBuilder()
                    .withApiGroups(RBAC)
                    .withResources(resource)
                    .withResourceNames(roles.stream().distinct().toList())
                    .withVerbs("bind", "escalate")
                    .build()));
    return rules;
  }

  /** A bundle without roles needs no leave to write them. */
  private static Map<String, String> reasons(List<SyncedResource> resources) {
    return escalations(resources).isEmpty()
        ? Map.of()
        : Map.of(
            "strake.dev/allow",
            "rbac/escalate: the agent writes these very roles, which are reviewed in Git");
  }

  private static PolicyRule rule(String group, List<String> resources, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resources)
        .withVerbs(verbs)
        .build();
  }
}
