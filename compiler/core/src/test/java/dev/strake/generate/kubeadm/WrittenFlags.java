package dev.strake.generate.kubeadm;

import dev.strake.bundle.Artifact;
import dev.strake.manifest.Manifest;
import dev.strake.value.KubernetesVersion;
import dev.strake.versions.ComponentFlags;
import dev.strake.versions.FlagRule;
import dev.strake.versions.MinorVersion;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The flags of all components in a file of kubeadm's. */
record WrittenFlags(List<Flag> flags) {

  private static final Map<String, NodePath> COMPONENTS =
      Map.of(
          "kube-apiserver", NodePath.of("apiServer", "extraArgs"),
          "kube-controller-manager", NodePath.of("controllerManager", "extraArgs"),
          "kube-scheduler", NodePath.of("scheduler", "extraArgs"),
          "etcd", NodePath.of("etcd", "local", "extraArgs"),
          "kubelet", NodePath.of("nodeRegistration", "kubeletExtraArgs"));

  /**
   * The kubelet's that no field of its configuration replaces.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/">kubelet</a>
   */
  private static final Set<String> OF_KUBELET = Set.of("node-ip", "node-labels");

  /** Rows of component and flag. */
  private static final Set<String> KNOWN = known();

  record Flag(String component, String name, String value) {}

  static WrittenFlags of(Artifact kubeadm) {
    List<Flag> flags = new ArrayList<>();
    for (Manifest document : kubeadm.documents()) {
      COMPONENTS.forEach(
          (component, path) ->
              path.find(document.root()).ifPresent(args -> addTo(flags, component, args)));
    }
    return new WrittenFlags(flags);
  }

  /** v1beta4 has a list of names and values, v1beta3 a mapping. */
  private static void addTo(List<Flag> flags, String component, YamlNode arguments) {
    if (arguments instanceof YamlSequence list) {
      for (YamlNode item : list.items()) {
        flags.add(new Flag(component, text(item, "name"), text(item, "value")));
      }
    } else if (arguments instanceof YamlMapping mapping) {
      mapping
          .entries()
          .forEach(
              entry ->
                  flags.add(
                      new Flag(component, entry.name(), ((YamlScalar) entry.value()).text())));
    }
  }

  private static String text(YamlNode item, String key) {
    return ((YamlScalar) NodePath.of(key).find(item).orElseThrow()).text();
  }

  int count() {
    return flags.size();
  }

  /** Those that no component of the release has, or not any more. */
  List<Flag> unknown(KubernetesVersion release) {
    MinorVersion minor = MinorVersion.of(release);
    return flags.stream().filter(flag -> !isKnown(flag) || isRemoved(flag, minor)).toList();
  }

  private static boolean isKnown(Flag flag) {
    return flag.component().equals("kubelet")
        ? OF_KUBELET.contains(flag.name())
        : KNOWN.contains(flag.component() + "\t" + flag.name());
  }

  private static boolean isRemoved(Flag flag, MinorVersion release) {
    return ComponentFlags.rule(flag.component(), flag.name(), flag.value(), release)
        .filter(rule -> rule.kind() == FlagRule.Kind.REMOVED)
        .isPresent();
  }

  private static Set<String> known() {
    try (InputStream table = ComponentFlags.class.getResourceAsStream("flags.tsv")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
