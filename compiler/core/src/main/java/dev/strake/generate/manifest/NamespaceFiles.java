package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Level;
import dev.strake.spec.ClusterNamespace.LimitRange;
import dev.strake.spec.ClusterNamespace.PodSecurity;
import dev.strake.spec.Origins;
import dev.strake.value.ResourceName;
import dev.strake.yaml.NodePath;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects of one namespace, and where in the spec their parts come from. */
final class NamespaceFiles {

  private static final String POD_SECURITY = "pod-security.kubernetes.io/";
  private static final String VERSION = "-version";
  private static final String LATEST = "latest";
  private static final String QUOTA = "quota";
  private static final String LIMITS = "limits";

  private final ClusterNamespace spec;
  private final Origins origins;
  private final @Nullable PodSecurityDefaults clusterDefaults;
  private final ManifestFiles files;
  private final String name;

  NamespaceFiles(ResolvedCluster cluster, ClusterNamespace spec) {
    this.spec = spec;
    this.origins = cluster.origins();
    this.clusterDefaults = cluster.spec().spec().controlPlane().apiServer().podSecurity();
    this.files = new ManifestFiles(cluster);
    this.name = spec.name().toString();
  }

  Artifact namespace() {
    NamespaceBuilder object = new NamespaceBuilder().withNewMetadata().withName(name).endMetadata();
    SourceMap sources =
        SourceMap.of(origins.of(spec).range())
            .with(
                NodePath.of("metadata", "name"), origins.of(spec, ClusterNamespace::name).range());
    PodSecurity security = spec.podSecurity();
    if (security == null) {
      return files.of(object.build(), sources);
    }
    Map<String, String> labels = new LinkedHashMap<>();
    putLevel(labels, "enforce", security.enforce());
    putLevel(labels, "audit", security.audit());
    putLevel(labels, "warn", security.warn());
    sources = securitySources(sources, security);
    PodSecurityDefaults defaults = clusterDefaults;
    // A namespace without a version does not get the cluster's, but the newest.
    if (defaults != null && !defaults.version().toString().equals(LATEST)) {
      SourceRange place = origins.of(defaults, PodSecurityDefaults::version).range();
      for (String mode : List.copyOf(labels.keySet())) {
        labels.put(mode + VERSION, defaults.version().toString());
        sources = sources.with(NodePath.of("metadata", "labels").key(mode + VERSION), place);
      }
    }
    object.editMetadata().withLabels(labels).endMetadata();
    return files.of(object.build(), sources);
  }

  private static void putLevel(Map<String, String> labels, String mode, @Nullable Level level) {
    if (level != null) {
      labels.put(POD_SECURITY + mode, level.name());
    }
  }

  private SourceMap securitySources(SourceMap sources, PodSecurity security) {
    NodePath labels = NodePath.of("metadata", "labels");
    return sources
        .with(labels, origins.of(security).range())
        .with(
            labels.key(POD_SECURITY + "enforce"),
            origins.of(security, PodSecurity::enforce).range())
        .with(labels.key(POD_SECURITY + "audit"), origins.of(security, PodSecurity::audit).range())
        .with(labels.key(POD_SECURITY + "warn"), origins.of(security, PodSecurity::warn).range());
  }

  Optional<Artifact> quota() {
    if (spec.quota().isEmpty()) {
      return Optional.empty();
    }
    var object =
        new ResourceQuotaBuilder()
            .withNewMetadata()
            .withName(QUOTA)
            .withNamespace(name)
            .endMetadata()
            .withNewSpec()
            .withHard(quantities(spec.quota()))
            .endSpec()
            .build();
    NodePath hard = NodePath.of("spec", "hard");
    SourceMap sources = SourceMap.of(origins.of(spec, ClusterNamespace::quota).range());
    for (ResourceName resource : spec.quota().keySet()) {
      SourceRange place = origins.ofEntry(spec, ClusterNamespace::quota, resource).range();
      sources = sources.with(hard.key(resource.toString()), place);
    }
    return Optional.of(files.of(object, sources));
  }

  Optional<Artifact> limitRange() {
    LimitRange limits = spec.limitRange();
    if (limits == null) {
      return Optional.empty();
    }
    var object =
        new LimitRangeBuilder()
            .withNewMetadata()
            .withName(LIMITS)
            .withNamespace(name)
            .endMetadata()
            .withNewSpec()
            .addNewLimit()
            .withType("Container")
            .withDefault(quantities(limits.defaults()))
            .withDefaultRequest(quantities(limits.defaultRequest()))
            .withMax(quantities(limits.max()))
            .endLimit()
            .endSpec()
            .build();
    return Optional.of(files.of(object, limitSources(limits)));
  }

  private SourceMap limitSources(LimitRange limits) {
    NodePath item = NodePath.of("spec", "limits").index(0);
    SourceMap sources =
        SourceMap.of(origins.of(limits).range())
            .with(item.key("default"), origins.of(limits, LimitRange::defaults).range())
            .with(
                item.key("defaultRequest"), origins.of(limits, LimitRange::defaultRequest).range())
            .with(item.key("max"), origins.of(limits, LimitRange::max).range());
    sources = entries(sources, item.key("default"), limits, LimitRange::defaults);
    sources = entries(sources, item.key("defaultRequest"), limits, LimitRange::defaultRequest);
    return entries(sources, item.key("max"), limits, LimitRange::max);
  }

  private SourceMap entries(
      SourceMap sources,
      NodePath at,
      LimitRange limits,
      Origins.Field<LimitRange, Map<ResourceName, dev.strake.value.Quantity>> field) {
    SourceMap more = sources;
    for (ResourceName resource : field.apply(limits).keySet()) {
      SourceRange place = origins.ofEntry(limits, field, resource).range();
      more = more.with(at.key(resource.toString()), place);
    }
    return more;
  }

  /** By name, so that the order in which a quota was written changes nothing. */
  private static Map<String, Quantity> quantities(
      Map<ResourceName, dev.strake.value.Quantity> resources) {
    Map<String, Quantity> quantities = new TreeMap<>();
    resources.forEach(
        (resource, q) -> quantities.put(resource.toString(), new Quantity(q.toString())));
    return quantities;
  }

  List<Artifact> networkPolicies() {
    if (Boolean.FALSE.equals(spec.defaultDeny())) {
      return List.of();
    }
    SourceMap sources = SourceMap.of(origins.of(spec, ClusterNamespace::defaultDeny).range());
    return List.of(
        files.of(DefaultDeny.denyAll(name), sources),
        files.of(DefaultDeny.allowDns(name), sources));
  }
}
