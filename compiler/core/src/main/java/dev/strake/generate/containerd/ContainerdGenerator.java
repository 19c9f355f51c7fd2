package dev.strake.generate.containerd;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.generate.host.NodeFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.ContainerRuntime;
import dev.strake.spec.ContainerRuntime.RegistryMirror;
import dev.strake.value.AbsolutePath;
import dev.strake.value.RegistryHost;
import dev.strake.value.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Every node's configuration of containerd and of crictl, and its registries' mirrors. */
public final class ContainerdGenerator implements Generator {

  private static final AbsolutePath CONFIG = new AbsolutePath("/etc/containerd/config.toml");
  private static final AbsolutePath CRICTL = new AbsolutePath("/etc/crictl.yaml");
  private static final String REGISTRIES = "/etc/containerd/certs.d";

  /**
   * @see <a
   *     href="https://github.com/kubernetes-sigs/cri-tools/blob/master/docs/crictl.md">crictl</a>
   */
  private static final String CRICTL_CONFIG =
      """
      # Written by Strake from the cluster's description; change it there.
      runtime-endpoint: unix:///run/containerd/containerd.sock
      image-endpoint: unix:///run/containerd/containerd.sock
      timeout: 10
      """;

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    ContainerRuntime runtime = cluster.spec().spec().containerRuntime();
    SourceRange origin = cluster.origins().of(runtime, ContainerRuntime::containerd).range();
    String config = ContainerdConfig.of(runtime.containerd(), REGISTRIES).text();
    List<Artifact> files = new ArrayList<>();
    for (ResolvedNode node : cluster.nodes()) {
      NodeFolder folder = new NodeFolder(cluster, node);
      files.add(folder.file(CONFIG, origin, config));
      files.add(folder.file(CRICTL, origin, CRICTL_CONFIG));
      new TreeMap<>(runtime.registryMirrors())
          .forEach((registry, mirror) -> files.addAll(mirror(cluster, folder, registry, mirror)));
    }
    return files;
  }

  private static List<Artifact> mirror(
      ResolvedCluster cluster, NodeFolder folder, RegistryHost registry, RegistryMirror mirror) {
    List<Artifact> files = new ArrayList<>();
    RelativePath authority = mirror.caFile();
    AbsolutePath caFile = new AbsolutePath(REGISTRIES + "/" + registry + "/ca.crt");
    RegistryHosts hosts =
        new RegistryHosts(
            mirror.endpoints().stream().map(Object::toString).toList(),
            mirror.overridePath(),
            authority == null ? null : caFile.text());
    AbsolutePath path = new AbsolutePath(REGISTRIES + "/" + registry + "/hosts.toml");
    files.add(folder.file(path, origin(cluster, registry), hosts.text()));
    if (authority != null) {
      SourceRange named = cluster.origins().of(mirror, RegistryMirror::caFile).range();
      cluster
          .files()
          .file(authority)
          .ifPresent(file -> files.add(folder.file(caFile, named, file.text())));
    }
    return files;
  }

  private static SourceRange origin(ResolvedCluster cluster, RegistryHost registry) {
    ContainerRuntime runtime = cluster.spec().spec().containerRuntime();
    return cluster.origins().ofEntry(runtime, ContainerRuntime::registryMirrors, registry).range();
  }
}
