package dev.strake.component;

import dev.strake.manifest.Manifest;
import dev.strake.versions.KubeadmArguments;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flags that a component runs with, as a configuration of kubeadm decides: what kubeadm sets by
 * itself, and what {@code extraArgs} put in its place. A flag with an empty value is not set.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/arguments.go">ArgumentsToCommand
 *     in kubeadm</a>
 */
public final class ComponentArguments {

  /** A component that kubeadm's documents configure by flags. */
  public enum Component {
    API_SERVER("kube-apiserver", "apiServer.extraArgs"),
    CONTROLLER_MANAGER("kube-controller-manager", "controllerManager.extraArgs"),
    SCHEDULER("kube-scheduler", "scheduler.extraArgs"),
    ETCD("etcd", "etcd.local.extraArgs"),
    KUBELET("kubelet", "nodeRegistration.kubeletExtraArgs");

    private final String program;
    private final String place;

    Component(String program, String place) {
      this.program = program;
      this.place = place;
    }

    private NodePath place() {
      return NodePath.of(place.split("\\.", -1));
    }
  }

  private static final String PKI = "/etc/kubernetes/pki";

  /** Flags that may stand more than once, each time with more items. */
  private static final Set<String> LISTS =
      Set.of(
          "authorization-mode",
          "disable-admission-plugins",
          "enable-admission-plugins",
          "feature-gates",
          "tls-cipher-suites");

  /** Of those, Go takes several spellings for the same. */
  private static final Set<String> SWITCHES =
      Set.of(
          "anonymous-auth",
          "auto-tls",
          "client-cert-auth",
          "make-iptables-util-chains",
          "peer-auto-tls",
          "peer-client-cert-auth",
          "profiling",
          "rotate-certificates",
          "rotate-server-certificates",
          "seccomp-default",
          "service-account-extend-token-expiration",
          "service-account-lookup",
          "use-service-account-credentials");

  private ComponentArguments() {}

  /**
   * Values by the flags' names without dashes. Values of switches are {@code true} and {@code
   * false}, however they are written.
   *
   * @param document a ClusterConfiguration, or for the kubelet an InitConfiguration or a
   *     JoinConfiguration, in any version
   */
  public static Map<String, String> of(Manifest document, Component component) {
    Map<String, String> written = written(document, component);
    Map<String, String> flags = ofKubeadm(document, component);
    if (written.containsKey("authorization-config")) {
      // Either the file or the flag: kubeadm leaves out the flag.
      flags.remove("authorization-mode");
    }
    flags.putAll(written);
    flags.values().removeIf(String::isEmpty);
    return flags;
  }

  private static Map<String, String> ofKubeadm(Manifest document, Component component) {
    String certificates = text(document, "certificatesDir").orElse(PKI);
    Map<String, String> flags = KubeadmArguments.of(component.program, certificates);
    boolean external = document.find(NodePath.of("etcd", "external")).isPresent();
    if (external && component == Component.ETCD) {
      return new LinkedHashMap<>();
    }
    if (external && component == Component.API_SERVER) {
      flags.put("etcd-cafile", text(document, "etcd", "external", "caFile").orElse(""));
      flags.put("etcd-certfile", text(document, "etcd", "external", "certFile").orElse(""));
      flags.put("etcd-keyfile", text(document, "etcd", "external", "keyFile").orElse(""));
    }
    return flags;
  }

  private static Optional<String> text(Manifest document, String... path) {
    return document.find(NodePath.of(path)).flatMap(ComponentArguments::text);
  }

  private static Optional<String> text(YamlNode node) {
    return node instanceof YamlScalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private static Map<String, String> written(Manifest document, Component component) {
    Map<String, String> flags = new LinkedHashMap<>();
    YamlNode arguments = document.find(component.place()).orElse(null);
    if (arguments instanceof YamlMapping map) {
      map.entries().forEach(entry -> add(flags, entry));
    } else if (arguments instanceof YamlSequence list) {
      list.items().forEach(item -> add(flags, item));
    }
    return flags;
  }

  /** As v1beta3 writes a flag. */
  private static void add(Map<String, String> flags, YamlEntry entry) {
    text(entry.value()).ifPresent(value -> flags.put(entry.name(), plain(entry.name(), value)));
  }

  /** As v1beta4 writes it. */
  private static void add(Map<String, String> flags, YamlNode item) {
    if (item instanceof YamlMapping argument) {
      Optional<String> name = argument.get("name").flatMap(ComponentArguments::text);
      Optional<String> value = argument.get("value").flatMap(ComponentArguments::text);
      name.ifPresent(flag -> add(flags, flag, plain(flag, value.orElse(""))));
    }
  }

  private static void add(Map<String, String> flags, String name, String value) {
    if (LISTS.contains(name)) {
      flags.merge(name, value, (before, more) -> before.isEmpty() ? more : before + "," + more);
    } else {
      flags.put(name, value);
    }
  }

  /** As Go's {@code strconv.ParseBool} takes it. */
  private static String plain(String flag, String value) {
    if (!SWITCHES.contains(flag)) {
      return value;
    }
    if (List.of("1", "t", "T", "TRUE", "True").contains(value)) {
      return "true";
    }
    return List.of("0", "f", "F", "FALSE", "False").contains(value) ? "false" : value;
  }
}
