package dev.strake.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.ManifestReader;
import dev.strake.manifest.SourceMap;
import dev.strake.source.SourceFile;
import dev.strake.value.KubernetesVersion;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentConfigurationTest {

  @ParameterizedTest
  @CsvSource({
    "v1beta3, v1.30.0, true",
    "v1beta4, v1.30.9, false",
    "v1beta4, v1.31.0, true",
    "v1beta3, v1.36.9, true",
    "v1beta3, v1.37.0, false",
    "v1beta4, v1.37.0, true"
  })
  void eachReleaseReadsItsVersions(String version, String release, boolean read) {
    String text = "apiVersion: kubeadm.k8s.io/" + version + "\nkind: InitConfiguration\n";

    assertEquals(read, check(text, release).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "v1.33.0, encryptionAlgorithm: ECDSA-P384, 1",
    "v1.34.0, encryptionAlgorithm: ECDSA-P384, 0",
    "v1.33.0, featureGates: {EtcdLearnerMode: true}, 0",
    "v1.34.0, featureGates: {EtcdLearnerMode: true}, 1",
    "v1.37.0, featureGates: {NodeLocalCRISocket: true}, 1"
  })
  void rulesAreThoseOfTheRelease(String release, String field, int findings) {
    String text = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n" + field + "\n";

    assertEquals(findings, check(text, release).size());
  }

  @Test
  void fieldsOfLaterReleasesAreUnknown() {
    String text =
        """
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        userNamespaces: {}
        """;

    assertEquals(List.of(), check(text, "v1.33.0"));
    assertEquals(
        List.of("userNamespaces of KubeletConfiguration came with v1.33, and this is for v1.32"),
        messages(check(text, "v1.32.9")));
  }

  @Test
  void theOtherHalfOfAConflictIsRelated() {
    Diagnostic finding =
        check(
                """
                apiVersion: kubeadm.k8s.io/v1beta4
                kind: ClusterConfiguration
                networking:
                  podSubnet: 10.0.0.0/8
                controllerManager:
                  extraArgs:
                    - {name: node-cidr-mask-size-ipv4, value: "25"}
                """,
                "v1.36.2")
            .get(0);

    assertEquals("10.0.0.0/8", finding.range().text());
    assertEquals("\"25\"", finding.related().get(0).range().text());
    assertEquals("/networking/podSubnet", finding.path());
  }

  @Test
  void secretsAreNeverShown() {
    String text =
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        discovery:
          bootstrapToken:
            token: SECRET.0123456789abcdef
            apiServerEndpoint: api.example.org:6443
            unsafeSkipCAVerification: true
          tlsBootstrapToken: SECRET.0123456789abcdef
        controlPlane:
          certificateKey: SECRET
        ---
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: ClusterConfiguration
        ---
        apiVersion: kubeadm.k8s.io/v1beta3
        kind: InitConfiguration
        certificateKey: SECRET
        bootstrapTokens:
          - token: SECRET.0123456789abcdef
        """;
    List<Diagnostic> found = check(text, "v1.36.2");

    assertEquals(5, found.size(), found::toString);
    assertTrue(found.stream().noneMatch(f -> (f.message() + f.help()).contains("SECRET")));
  }

  /** A finding about a generated file leads to the line of the spec that caused it. */
  @Test
  void generatedDocumentsPointAtTheirSource() {
    SourceFile spec = SourceFile.of("cluster.yaml", "pods: 10.244.0.0/25\n");
    SourceFile file =
        SourceFile.of(
            "kubeadm.yaml",
            """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: ClusterConfiguration
            networking: {podSubnet: 10.244.0.0/25}
            """);
    Manifest generated =
        Manifest.of(
                YamlReader.withDefaultLimits().read(file, f -> {}).documents().get(0).root(),
                SourceMap.of(spec.range(6, 19)))
            .orElseThrow();

    List<Diagnostic> found =
        ComponentConfiguration.check(List.of(generated), new KubernetesVersion(1, 36, 2));

    assertEquals(1, found.size());
    assertEquals(spec.range(6, 19), found.get(0).range());
  }

  @Test
  void onlyTheGroupsOfComponentsAreConfiguration() {
    List<Manifest> both =
        manifests("apiVersion: kubeadm.k8s.io/v9\nkind: X\n---\napiVersion: v1\nkind: ConfigMap\n");

    assertTrue(ComponentConfiguration.is(both.get(0)));
    assertFalse(ComponentConfiguration.is(both.get(1)));
  }

  /** Deep and long texts neither hang nor overflow. */
  @Test
  void hostileTextsAreFindings() {
    String text =
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: ClusterConfiguration
        imageRepository: "%s"
        controlPlaneEndpoint: "%s"
        kubernetesVersion: "%s"
        networking: {podSubnet: "%s", dnsDomain: "%s"}
        """
            .formatted(
                "a.".repeat(50_000),
                "[".repeat(50_000),
                "stable".repeat(20_000),
                "0,".repeat(50_000),
                "a-".repeat(50_000));

    assertEquals(5, check(text, "v1.36.2").size());
  }

  private static List<String> messages(List<Diagnostic> found) {
    return found.stream().map(Diagnostic::message).toList();
  }

  private static List<Diagnostic> check(String text, String release) {
    return ComponentConfiguration.check(
        manifests(text), KubernetesVersion.parse(release).orThrow());
  }

  private static List<Manifest> manifests(String text) {
    List<Diagnostic> unread = new ArrayList<>();
    List<Manifest> manifests =
        ManifestReader.read(
            YamlReader.withDefaultLimits().read(SourceFile.of("f.yaml", text), unread::add),
            unread::add);
    assertEquals(List.of(), unread);
    return manifests;
  }
}
