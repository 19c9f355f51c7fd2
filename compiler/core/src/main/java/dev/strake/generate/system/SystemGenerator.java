package dev.strake.generate.system;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.generate.host.NodeFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.Bootstrap;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.Origins;
import dev.strake.value.AbsolutePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every node's files of the operating system. */
public final class SystemGenerator implements Generator {

  static final String HEADER =
      "# Written by Strake from the cluster's description; change it there.\n";

  /** Files, and what in the spec caused them. */
  private record Group(SourceRange origin, Map<AbsolutePath, String> files) {}

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    List<Group> groups = groups(cluster);
    List<Artifact> files = new ArrayList<>();
    for (ResolvedNode node : cluster.nodes()) {
      NodeFolder folder = new NodeFolder(cluster, node);
      for (Group group : groups) {
        group.files().forEach((path, text) -> files.add(folder.file(path, group.origin(), text)));
      }
    }
    return files;
  }

  private static List<Group> groups(ResolvedCluster cluster) {
    ClusterSpec spec = cluster.spec().spec();
    OperatingSystem os = spec.os();
    Origins origins = cluster.origins();
    Daemons daemons = Daemons.of(os.family());
    Kernel kernel = Kernel.of(cluster);
    List<Group> groups = new ArrayList<>();
    groups.add(
        new Group(
            origins.of(spec, ClusterSpec::os).range(),
            Map.of(
                Kernel.MODULES_FILE,
                kernel.modulesText(),
                Kernel.SETTINGS_FILE,
                kernel.settingsText())));
    groups.add(
        new Group(
            origins.of(spec.bootstrap(), Bootstrap::packages).range(), PackageSources.of(spec)));
    if (!os.dnsServers().isEmpty()) {
      groups.add(
          new Group(
              origins.of(os, OperatingSystem::dnsServers).range(),
              withHeader(daemons.names(texts(os.dnsServers())))));
    }
    if (!os.ntpServers().isEmpty()) {
      groups.add(
          new Group(
              origins.of(os, OperatingSystem::ntpServers).range(),
              withHeader(daemons.time(texts(os.ntpServers())))));
    }
    return groups;
  }

  private static Map<AbsolutePath, String> withHeader(Map<AbsolutePath, String> files) {
    files.replaceAll((path, text) -> HEADER + text);
    return files;
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }
}
