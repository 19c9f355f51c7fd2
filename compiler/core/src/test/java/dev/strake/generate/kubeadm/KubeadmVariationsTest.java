package dev.strake.generate.kubeadm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.bundle.Artifact;
import dev.strake.component.ComponentConfiguration;
import dev.strake.diagnostic.Severity;
import dev.strake.generate.kubeadm.KubeadmVariation.Authorities;
import dev.strake.generate.kubeadm.KubeadmVariation.Discovery;
import dev.strake.generate.kubeadm.KubeadmVariation.EtcdPlace;
import dev.strake.generate.kubeadm.KubeadmVariation.Families;
import dev.strake.generate.kubeadm.KubeadmVariation.Proxy;
import dev.strake.generate.kubeadm.KubeadmVariation.Setting;
import dev.strake.generate.kubeadm.WrittenFlags.Flag;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.value.KubernetesVersion;
import dev.strake.versions.KubernetesRelease;
import dev.strake.versions.KubernetesReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the spec combines: kubeadm takes all files, or a finding says why there are none. */
class KubeadmVariationsTest {

  private static final Path CASES = Path.of("src/test/resources/diagnostics/spec");

  /** A token's shape; a key to uploaded certificates; a private key in PEM. */
  private static final Pattern SECRET =
      Pattern.compile(
          "\\b[a-z0-9]{6}\\.[a-z0-9]{16}\\b|\\b[0-9a-f]{64}\\b|PRIVATE KEY|certificateKey: *[^\\s%]");

  private final Compiler compiler = new Compiler(List.of());

  @TestFactory
  @Tag("slow")
  Stream<DynamicTest> everyCombination() {
    return ofEveryVersion(KubeadmVariationsTest::combinations);
  }

  @TestFactory
  Stream<DynamicTest> everySelectionOfSettings() {
    return ofEveryVersion(KubeadmVariationsTest::selections);
  }

  private Stream<DynamicTest> ofEveryVersion(
      Function<KubernetesVersion, List<KubeadmVariation>> variations) {
    return versions()
        .map(
            version ->
                DynamicTest.dynamicTest(
                    version.toString(), () -> variations.apply(version).forEach(this::verify)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token: abcdef.0123456789abcdef",
        "certificateKey: 0",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "-----BEGIN EC PRIVATE KEY-----"
      })
  void theSearchFindsSecrets(String text) {
    assertTrue(SECRET.matcher(text).find());
  }

  @Test
  void theSearchFindsFlagsOfOtherReleases() {
    List<Flag> flags =
        List.of(
            new Flag("kube-apiserver", "cloud-provider", "external"),
            new Flag("kube-apiserver", "profilling", "false"),
            new Flag("kube-scheduler", "audit-log-path", "/x"),
            new Flag("kubelet", "pod-infra-container-image", "x"));
    KubernetesVersion newest = KubernetesReleases.newest().newest();
    assertEquals(flags, new WrittenFlags(flags).unknown(newest));
  }

  private static Stream<KubernetesVersion> versions() {
    return KubernetesReleases.all().stream().map(KubernetesRelease::newest);
  }

  private static List<KubeadmVariation> combinations(KubernetesVersion version) {
    List<KubeadmVariation> all = new ArrayList<>();
    for (Discovery discovery : Discovery.values()) {
      for (Authorities authorities : Authorities.values()) {
        for (EtcdPlace etcd : EtcdPlace.values()) {
          for (Families families : Families.values()) {
            for (Proxy proxy : Proxy.values()) {
              for (Set<Setting> settings :
                  List.of(EnumSet.noneOf(Setting.class), EnumSet.allOf(Setting.class))) {
                all.add(
                    new KubeadmVariation(
                        version, discovery, authorities, etcd, families, proxy, settings));
              }
            }
          }
        }
      }
    }
    return all;
  }

  /** On control planes that are otherwise the same, of both families. */
  private static List<KubeadmVariation> selections(KubernetesVersion version) {
    List<Set<Setting>> all = new ArrayList<>(List.of(EnumSet.noneOf(Setting.class)));
    for (Setting setting : Setting.values()) {
      for (Set<Setting> without : List.copyOf(all)) {
        Set<Setting> with = EnumSet.of(setting);
        with.addAll(without);
        all.add(with);
      }
    }
    return all.stream()
        .map(
            settings ->
                new KubeadmVariation(
                    version,
                    Discovery.DEFAULT,
                    Authorities.PRE_GENERATED,
                    EtcdPlace.STACKED,
                    Families.DUAL,
                    Proxy.KUBE_PROXY,
                    settings))
        .toList();
  }

  private void verify(KubeadmVariation variation) {
    Compilation compilation = compile(variation);
    Set<String> errors =
        compilation.findings().diagnostics().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.code().id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(variation.refusals(), errors, variation::toString);
    assertEquals(errors.isEmpty() ? 1 : 0, compilation.bundles().size(), variation::toString);
    compilation.bundles().forEach(bundle -> verify(variation, bundle.artifacts()));
  }

  private static void verify(KubeadmVariation variation, List<Artifact> artifacts) {
    for (Artifact artifact : artifacts) {
      String path = artifact.path().toString();
      assertFalse(SECRET.matcher(artifact.text()).find(), () -> path + " of " + variation);
      if (path.endsWith("/kubeadm.yaml") || path.endsWith("/upgrade.yaml")) {
        assertEquals(
            List.of(),
            ComponentConfiguration.check(artifact.documents(), variation.version()),
            () -> path + " of " + variation + "\n" + artifact.text());
        assertEquals(
            apiVersions(variation), kubeadmVersions(artifact), () -> path + " of " + variation);
      }
    }
    boolean upgrades = variation.version().minor() >= 31;
    for (String node : List.of("cp-1", "cp-2", "cp-3", "w-1")) {
      assertEquals(
          kinds(variation, node), kinds(artifacts, node, "kubeadm.yaml"), variation::toString);
      assertEquals(
          List.of(),
          WrittenFlags.of(kubeadm(artifacts, node)).unknown(variation.version()),
          variation::toString);
      assertEquals(
          upgrades ? List.of("UpgradeConfiguration") : List.of(),
          kinds(artifacts, node, "upgrade.yaml"),
          variation::toString);
    }
    assertTrue(WrittenFlags.of(kubeadm(artifacts, "cp-1")).count() > 10, variation::toString);
  }

  private static Artifact kubeadm(List<Artifact> artifacts, String node) {
    return file(artifacts, node, "kubeadm.yaml").orElseThrow();
  }

  /** v1beta4 came with 1.31. */
  private static Set<String> apiVersions(KubeadmVariation variation) {
    return Set.of("kubeadm.k8s.io/" + (variation.version().minor() < 31 ? "v1beta3" : "v1beta4"));
  }

  private static Set<String> kubeadmVersions(Artifact artifact) {
    return artifact.documents().stream()
        .map(document -> document.ref().apiVersion())
        .filter(version -> version.startsWith("kubeadm.k8s.io/"))
        .collect(Collectors.toSet());
  }

  private static List<String> kinds(KubeadmVariation variation, String node) {
    if (!node.equals("cp-1")) {
      return List.of("JoinConfiguration");
    }
    return variation.proxy() == Proxy.CILIUM
        ? List.of("InitConfiguration", "ClusterConfiguration", "KubeletConfiguration")
        : List.of(
            "InitConfiguration",
            "ClusterConfiguration",
            "KubeletConfiguration",
            "KubeProxyConfiguration");
  }

  private static List<String> kinds(List<Artifact> artifacts, String node, String name) {
    return file(artifacts, node, name).stream()
        .flatMap(file -> file.documents().stream())
        .map(document -> document.ref().kind())
        .toList();
  }

  private static Optional<Artifact> file(List<Artifact> artifacts, String node, String name) {
    return artifacts.stream()
        .filter(artifact -> artifact.path().toString().equals("nodes/" + node + "/" + name))
        .findFirst();
  }

  private Compilation compile(KubeadmVariation variation) {
    InMemoryTree tree =
        InMemoryTree.of("cluster.yaml", variation.spec())
            .with("pki/ca.crt", certificate("missing-authority/ok-all/pki/ca.crt"))
            .with("pki/etcd-ca.crt", certificate("missing-authority/ok-all/pki/etcd-ca.crt"))
            .with(
                "pki/front-proxy-ca.crt",
                certificate("missing-authority/ok-all/pki/front-proxy-ca.crt"))
            .with("pki/etcd.crt", certificate("foreign-etcd/ok-none/pki/etcd-ca.crt"))
            .with("pki/etcd-client.crt", certificate("foreign-etcd/ok-none/pki/client.crt"));
    return compiler.compile(
        new CompileRequest(
            tree, LocalDate.of(2026, 1, 1), PolicySelection.profile("none"), Optional.empty()));
  }

  private static String certificate(String path) {
    try {
      return Files.readString(CASES.resolve(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
