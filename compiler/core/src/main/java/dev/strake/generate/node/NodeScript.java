package dev.strake.generate.node;

import dev.strake.generate.kubeadm.HostPaths;
import dev.strake.generate.shell.ShellLibrary;
import dev.strake.generate.shell.ShellScript;
import dev.strake.generate.system.Kernel;
import dev.strake.generate.system.NodePackages;
import dev.strake.generate.system.Repository;
import dev.strake.generate.system.SystemFamily;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Node;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.OperatingSystem.Swap;
import dev.strake.value.IpAddress;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A node's bootstrap.sh: settings from the spec, functions that are the same in every cluster, and
 * the steps in their order.
 */
final class NodeScript {

  private static final String RESET =
      "  --reset    take back a run of kubeadm that was interrupted, then go on";

  private final ResolvedCluster cluster;
  private final ClusterSpec spec;
  private final ResolvedNode node;
  private final InstalledFiles files;
  private final NodeSecrets secrets;
  private final boolean first;
  private final boolean debian;

  NodeScript(ResolvedCluster cluster, ResolvedNode node, InstalledFiles files) {
    this.cluster = cluster;
    this.spec = cluster.spec().spec();
    this.node = node;
    this.files = files;
    this.secrets = new NodeSecrets(cluster, node);
    this.first = cluster.controlPlaneNodes().findFirst().filter(node::equals).isPresent();
    this.debian = SystemFamily.of(spec.os().family()) == SystemFamily.DEBIAN;
  }

  String text() {
    String purpose = "Makes this machine the node " + node.name() + " of " + cluster.name() + ".";
    ShellScript script =
        ShellScript.that(
            purpose,
            "Written by Strake from the cluster's description; change it there. Run it with --help.");
    script.gap().setting("PURPOSE", purpose).setting("ROLE", "node");
    script.setting("FURTHER_OPTIONS", List.of(RESET));
    machine(script);
    system(script);
    packages(script);
    kubeadm(script);
    if (node.isControlPlane()) {
      new ControlPlaneSettings(cluster, secrets, first).writeTo(script);
    }
    libraries().map(ShellLibrary::named).forEach(script::library);
    script.gap();
    script.passArguments("begin");
    steps(script);
    return script.command("finish").toString();
  }

  private void machine(ShellScript script) {
    Node written = node.node();
    List<String> addresses =
        Stream.of(written.address(), written.secondaryAddress())
            .filter(Objects::nonNull)
            .map(IpAddress::toString)
            .toList();
    script
        .setting("NODE", node.name())
        .setting("ADDRESSES", addresses)
        .setting("INTERFACE", Objects.toString(written.networkInterface(), ""))
        .setting("MINIMUM_CPUS", Long.toString(minimum("cpu")))
        .setting("MINIMUM_MEMORY_KIB", Long.toString(minimum("memory") / 1024))
        .setting("MINIMUM_DISK_KIB", Long.toString(minimum("ephemeral-storage") / 1024))
        .table("FILES", files.rows())
        .table("SECRETS", secrets.all().stream().map(HostSecret::row).toList())
        .setting("CHECKS", checks());
    if (hasStaticPods()) {
      script.table("STATIC_PODS", files.staticPods());
    }
  }

  /** What the pool asks for; 0 if it does not. */
  private long minimum(String resource) {
    Map<ResourceName, Quantity> least = node.pool().minimum();
    Quantity quantity = least.get(ResourceName.parse(resource).orThrow());
    return quantity == null ? 0 : quantity.value();
  }

  private List<String> checks() {
    List<String> checks = new ArrayList<>(List.of("check_token", "check_certificate_key"));
    if (!first) {
      checks.add("check_authority");
    }
    if (encrypts()) {
      checks.add("check_encryption");
    }
    if (hasStaticPods()) {
      checks.add("check_static_pods");
    }
    return checks;
  }

  private void system(ShellScript script) {
    OperatingSystem os = spec.os();
    Kernel kernel = Kernel.of(cluster);
    boolean plainNames = os.family() == OperatingSystem.Family.debian;
    script
        .setting("OS_FAMILY", os.family().name())
        .setting("OS_VERSION", Objects.toString(os.version(), ""))
        .setting("MODULES", kernel.modules())
        .table(
            "SYSCTLS",
            kernel.settings().entrySet().stream()
                .map(setting -> List.of(setting.getKey(), setting.getValue()))
                .toList())
        .setting("SYSCTL_FILE", Kernel.SETTINGS_FILE.text())
        .setting("SWAP_OFF", Boolean.toString(os.swap() == Swap.Disabled))
        .setting(
            "PLAIN_RESOLV_CONF",
            plainNames ? os.dnsServers().stream().map(IpAddress::toString).toList() : List.of())
        .setting("ENABLED", List.of("containerd", "kubelet"))
        .setting("ACTIVE", List.of("containerd"));
  }

  private void packages(ShellScript script) {
    NodePackages packages = NodePackages.of(spec, node.isControlPlane());
    Repository containerd = Repository.containerd(spec);
    String version = NodePackages.kubernetesVersion(spec);
    script
        .setting("BASE_PACKAGES", packages.base())
        .table("PACKAGES", packages.kubernetes().stream().map(p -> List.of(p, version)).toList())
        .setting("CONTAINERD", spec.containerRuntime().containerd().version().bare())
        .setting("CONTAINERD_PACKAGE", NodePackages.containerdVersion(spec))
        .setting("CONTAINERD_URI", debian ? containerd.uri() : "")
        .setting("HOLD", Boolean.toString(spec.bootstrap().packages().hold()))
        .table("KEYS", Stream.of(Repository.kubernetes(spec), containerd).map(this::key).toList());
  }

  private List<String> key(Repository repository) {
    SystemFamily family = SystemFamily.of(spec.os().family());
    return List.of(
        repository.keyUrl(), repository.keyFile(family).text(), repository.fingerprint());
  }

  private void kubeadm(ShellScript script) {
    boolean named = spec.controlPlaneEndpoint().host().address().isEmpty();
    String join = node.isControlPlane() ? "join-control-plane" : "join";
    boolean inRepository = spec.pki().caCertificates() != null;
    script
        .setting("KUBEADM", first ? "init" : join)
        .setting("ENDPOINT", cluster.endpoint().authority())
        .setting("ENDPOINT_NAME", named ? cluster.endpoint().host() : "")
        .setting("PORTS", ports())
        .setting("CRI_SOCKET", "unix:///run/containerd/containerd.sock")
        .setting("DISCOVERY", HostPaths.DISCOVERY)
        .setting("TOKEN", secrets.token())
        .setting(
            "AUTHORITY",
            inRepository ? CertificateGenerator.AUTHORITY : HostSecret.FOLDER + "ca.crt")
        .setting("CERTIFICATE_KEY", secrets.certificateKey().map(HostSecret::path).orElse(""))
        .setting("UPLOAD_CERTS", Boolean.toString(first && secrets.uploadsCertificates()))
        .setting("ETCD_DATA", ControlPlaneSettings.etcdData(spec, node))
        .setting("LOAD_BALANCER", carriesBalancer() ? HostFolders.LOAD_BALANCER : "");
  }

  private boolean encrypts() {
    return secrets.encryptionKeys().isPresent();
  }

  private boolean hasStaticPods() {
    return !files.staticPods().isEmpty();
  }

  private boolean carriesBalancer() {
    return node.isControlPlane()
        && cluster.loadBalancer().filter(ResolvedLoadBalancer::isColocated).isPresent();
  }

  /** Of what kubeadm starts here. */
  private List<String> ports() {
    List<String> ports = new ArrayList<>(List.of("10250"));
    if (node.isControlPlane()) {
      ports.addAll(List.of(Integer.toString(cluster.endpoint().bindPort()), "10257", "10259"));
      if (spec.controlPlane().etcd().external() == null) {
        ports.addAll(List.of("2379", "2380"));
      }
    }
    return ports;
  }

  private Stream<String> libraries() {
    Stream<String> ofAll =
        Stream.of(
            "host",
            "host-files",
            "host-services",
            "host-secrets",
            "host-preflight",
            "packages",
            debian ? "packages-apt" : "packages-dnf",
            "node-packages",
            "node-system",
            "node-kubeadm");
    Stream<String> ofControlPlane =
        node.isControlPlane() ? Stream.of("node-control-plane") : Stream.empty();
    Stream<String> ofEncryption =
        encrypts() ? Stream.of("encryption", "node-encryption") : Stream.empty();
    Stream<String> ofStaticPods = hasStaticPods() ? Stream.of("node-static-pods") : Stream.empty();
    return Stream.of(ofAll, ofControlPlane, ofEncryption, ofStaticPods, Stream.of("node"))
        .flatMap(names -> names);
  }

  private void steps(ShellScript script) {
    step(script, "Interrupted kubeadm", "reset");
    step(script, "Secrets", "secrets");
    if (!first) {
      step(script, "Discovery", "discovery");
    }
    step(script, "Tools", "base_packages");
    step(script, "Files", "files");
    step(script, "Signing keys", "keys");
    if (debian) {
      step(script, "Repository of containerd", "containerd_source");
    }
    step(script, "Packages", "packages");
    step(script, "Held packages", "hold");
    step(script, "Kernel modules", "modules");
    step(script, "Kernel settings", "sysctls");
    step(script, "Swap", "swap");
    step(script, "Name servers", "resolv_conf");
    step(script, "Services", "services");
    if (carriesBalancer()) {
      step(script, "Load balancer", "load_balancer");
    }
    if (node.isControlPlane()) {
      step(script, "Keys", "authorities");
    }
    if (encrypts()) {
      step(script, "Encryption", "encryption");
    }
    if (first && hasStaticPods()) {
      step(script, "Static pods for kubeadm", "first_pods");
    }
    step(script, "kubeadm", "kubeadm");
    step(script, "Tidying", "tidy");
    if (node.isControlPlane()) {
      step(script, "Bootstrap token", "token");
      step(script, "Labels", "labels");
    }
    if (hasStaticPods()) {
      step(script, "Static pods", "static_pods");
    }
  }

  private static void step(ShellScript script, String title, String name) {
    script.command("step", title, name);
  }
}
