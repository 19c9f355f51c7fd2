package dev.strake.schema;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.schema.Lifecycle.Entry;
import dev.strake.schema.Lifecycle.Stage;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rules of a role grant something that the target version of Kubernetes serves. The
 * server takes any rule, and one without an effect stays unnoticed until somebody is refused.
 *
 * <p>A resource counts as granted if any of its rule's groups serves it, so that a rule may name an
 * old group beside the new one. Rules about groups that are not of Kubernetes itself are passed
 * over, and so are names of no kind at all, such as the users whom a subject may impersonate.
 */
final class GrantedApis {

  private static final String RBAC = "rbac.authorization.k8s.io/";
  private static final String ANY = "*";

  private final KubernetesSchemas schemas;
  private final Lifecycle lifecycle = Lifecycle.known();
  private final Manifest manifest;
  private final DiagnosticSink sink;

  GrantedApis(KubernetesSchemas schemas, Manifest manifest, DiagnosticSink sink) {
    this.schemas = schemas;
    this.manifest = manifest;
    this.sink = sink;
  }

  /** Whether an object is a role. */
  static boolean areIn(Manifest manifest) {
    String kind = manifest.ref().kind();
    return manifest.ref().apiVersion().startsWith(RBAC)
        && (kind.equals("Role") || kind.equals("ClusterRole"));
  }

  void check() {
    List<YamlNode> rules =
        manifest.root().sequence("rules").map(YamlSequence::items).orElse(List.of());
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof YamlMapping rule) {
        check(rule, NodePath.of("rules").index(i));
      }
    }
  }

  private void check(YamlMapping rule, NodePath path) {
    List<String> groups = texts(rule, "apiGroups");
    if (groups.isEmpty() || !groups.stream().allMatch(this::isOfKubernetes)) {
      return;
    }
    List<String> resources = texts(rule, "resources");
    for (int i = 0; i < resources.size(); i++) {
      String resource = withoutSubresource(resources.get(i));
      if (!resource.equals(ANY) && groups.stream().noneMatch(g -> isServed(g, resource))) {
        @Nullable Diagnostic finding = explain(resource, groups, path.key("resources").index(i));
        if (finding != null) {
          sink.report(finding);
        }
      }
    }
  }

  /** What is no text stands as one that no group and no resource has. */
  private static List<String> texts(YamlMapping rule, String field) {
    return rule.sequence(field).map(YamlSequence::items).orElse(List.of()).stream()
        .map(item -> item instanceof YamlScalar text && text.isString() ? text.text() : ANY)
        .toList();
  }

  private static String withoutSubresource(String resource) {
    int slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash);
  }

  private boolean isOfKubernetes(String group) {
    return !group.equals(ANY)
        && (schemas.isKnownGroup(group)
            || lifecycle.entries().stream().anyMatch(entry -> entry.group().equals(group)));
  }

  private boolean isServed(String group, String resource) {
    return lifecycle.ofResource(group, resource).stream()
            .map(entry -> entry.in(schemas.minor()))
            .anyMatch(stage -> stage == Stage.SERVED || stage == Stage.DEPRECATED)
        || schemas.kinds().stream()
            .anyMatch(
                kind -> kind.group().equals(group) && ApiResource.of(kind.kind()).equals(resource));
  }

  /** Null if the name is none that Kubernetes has or had as a kind's. */
  private @Nullable Diagnostic explain(String resource, List<String> groups, NodePath path) {
    List<Entry> gone = new ArrayList<>();
    List<Entry> future = new ArrayList<>();
    for (String group : groups) {
      for (Entry entry : lifecycle.ofResource(group, resource)) {
        (entry.in(schemas.minor()) == Stage.REMOVED ? gone : future).add(entry);
      }
    }
    List<String> now = groupsThatServe(resource);
    if (!gone.isEmpty()) {
      return removed(resource, gone, now, path);
    }
    if (!future.isEmpty()) {
      String message =
          "%s of %s come with Kubernetes 1.%s: until then, the rule grants nothing of them"
              .formatted(resource, shown(future.get(0).group()), future.get(0).introduced());
      return manifest
          .finding(ApiLookup.FUTURE_API, path, message)
          .withSeverity(Severity.INFO)
          .withHelp(
              now.isEmpty()
                  ? "leave it if the role is meant for later versions, too"
                  : "until then they are in " + String.join(", ", now));
    }
    if (now.isEmpty()) {
      return null;
    }
    String message =
        "the rule grants nothing of %s: none of its groups has them in Kubernetes %s"
            .formatted(resource, schemas.version());
    return manifest
        .finding(ApiLookup.UNKNOWN_KIND, path, message)
        .withHelp("they are in %s: name it in apiGroups".formatted(String.join(", ", now)));
  }

  private Diagnostic removed(String resource, List<Entry> gone, List<String> now, NodePath path) {
    Entry last = gone.get(0);
    for (Entry entry : gone) {
      if (removal(entry) > removal(last)) {
        last = entry;
      }
    }
    String message =
        "the rule grants nothing of %s: %s has none any more, they went in Kubernetes 1.%s"
            .formatted(resource, shown(last.group()), removal(last));
    return manifest
        .finding(ApiLookup.REMOVED_API, path, message)
        .withSeverity(Severity.WARNING)
        .withHelp(
            now.isEmpty()
                ? "nothing takes their place: remove the entry"
                : "they are in %s now: name it in apiGroups".formatted(String.join(", ", now)));
  }

  private static int removal(Entry entry) {
    return Objects.requireNonNullElse(entry.removed(), 0);
  }

  private List<String> groupsThatServe(String resource) {
    TreeSet<String> groups = new TreeSet<>();
    for (Entry entry : lifecycle.entries()) {
      if (ApiResource.of(entry.kind()).equals(resource) && isServed(entry.group(), resource)) {
        groups.add(shown(entry.group()));
      }
    }
    return List.copyOf(groups);
  }

  private static String shown(String group) {
    return group.isEmpty() ? "\"\"" : group;
  }
}
