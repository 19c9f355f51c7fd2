package dev.strake.generate.controlplane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.bundle.Artifact;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.NamedFiles;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.Resolver;
import dev.strake.source.SourceFile;
import dev.strake.spec.Specs;
import dev.strake.value.RelativePath;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlPlaneGeneratorTest {

  private static final String FOLDER = "nodes/cp-1/files/etc/kubernetes/strake/control-plane/";

  private static String spec(String apiServer) {
    return Specs.with(
        "      local: {}\n", "      local: {}\n    apiServer:\n" + apiServer.indent(6));
  }

  private static Map<String, Artifact> files(ResolvedCluster cluster) {
    return new ControlPlaneGenerator()
        .generate(cluster).stream()
            .collect(
                Collectors.toMap(
                    file -> file.path().toString(), file -> file, (a, b) -> a, TreeMap::new));
  }

  private static Map<String, Artifact> files(String spec) {
    return files(Resolver.resolve(Specs.bound(spec)));
  }

  @Test
  void withoutSettingsThereIsOurAuditPolicyAlone() {
    Map<String, Artifact> files = files(Specs.SMALL);
    assertEquals(List.of(FOLDER + "audit-policy.yaml"), List.copyOf(files.keySet()));
    assertEquals(AuditPolicy.ours(), files.get(FOLDER + "audit-policy.yaml").text());
  }

  @Test
  void aPolicyOfTheRepositoryIsTakenAsItIs() throws Exception {
    String text = "# ours\nkind: Policy\napiVersion: audit.k8s.io/v1\nrules: [{level: None}]\n";
    RelativePath path = new RelativePath("config/audit.yaml");
    ResolvedCluster cluster =
        Resolver.resolve(
            Specs.bound(spec("audit: {policy: config/audit.yaml}")),
            new NamedFiles(Map.of(path, SourceFile.of("config/audit.yaml", text))));
    Artifact policy = files(cluster).get(FOLDER + "audit-policy.yaml");
    assertEquals(text, policy.text());
    assertEquals("config/audit.yaml", policy.origin().text());
  }

  /** AuthenticationConfiguration became v1 in 1.34. */
  @ParameterizedTest
  @CsvSource({"v1.32.9, v1beta1", "v1.33.1, v1beta1", "v1.34.0, v1", "v1.37.0, v1"})
  void healthEndpointsAreForEverybody(String release, String version) {
    String spec = spec("anonymousAuth: HealthEndpointsOnly").replace("v1.36.4", release);
    Artifact file = files(spec).get(FOLDER + "authentication.yaml");
    assertEquals(
        """
        apiVersion: apiserver.config.k8s.io/VERSION
        kind: AuthenticationConfiguration
        anonymous:
          enabled: true
          conditions:
          - path: /livez
          - path: /readyz
          - path: /healthz
        """
            .replace("VERSION", version),
        file.text());
    assertEquals("HealthEndpointsOnly", file.origin().text());
  }

  @Test
  void podSecurityExemptsKubeadmsOwnPodsAndEveryNamespaceOnce() {
    Map<String, Artifact> files =
        files(
            spec(
                """
                podSecurity:
                  enforce: baseline
                  audit: restricted
                  version: v1.36
                  exemptNamespaces: [monitoring, kube-system, velero, monitoring]
                """));
    assertEquals(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
        - name: PodSecurity
          path: /etc/kubernetes/strake/control-plane/pod-security.yaml
        """,
        files.get(FOLDER + "admission.yaml").text());
    assertEquals(
        """
        apiVersion: pod-security.admission.config.k8s.io/v1
        kind: PodSecurityConfiguration
        defaults:
          enforce: baseline
          enforce-version: v1.36
          audit: restricted
          audit-version: v1.36
          warn: privileged
          warn-version: v1.36
        exemptions:
          usernames: []
          runtimeClasses: []
          namespaces:
          - kube-system
          - monitoring
          - velero
        """,
        files.get(FOLDER + "pod-security.yaml").text());
  }

  @Test
  void partsLeadBackToTheSpec() {
    Manifest document =
        files(spec("podSecurity: {enforce: baseline, exemptNamespaces: [kube-system, velero]}"))
            .get(FOLDER + "pod-security.yaml")
            .documents()
            .get(0);
    NodePath namespaces = NodePath.of("exemptions", "namespaces");
    assertEquals("baseline", document.place(NodePath.of("defaults", "enforce")).text());
    assertEquals("kube-system", document.place(namespaces.index(0)).text());
    assertEquals("velero", document.place(namespaces.index(1)).text());
  }

  @Test
  void everyControlPlaneGetsTheSameAndWorkersNothing() {
    String spec =
        spec("anonymousAuth: HealthEndpointsOnly")
            + """
                    - {name: cp-2, address: 10.20.0.22}
                - name: general
                  role: Worker
                  template: {capacity: {cpu: 4, memory: 8Gi}}
                  nodes: [{name: w-1, address: 10.20.0.31}]
            """;
    Map<String, Artifact> files = files(spec);
    assertEquals(
        List.of(
            "nodes/cp-1/files/etc/kubernetes/strake/control-plane/audit-policy.yaml",
            "nodes/cp-1/files/etc/kubernetes/strake/control-plane/authentication.yaml",
            "nodes/cp-2/files/etc/kubernetes/strake/control-plane/audit-policy.yaml",
            "nodes/cp-2/files/etc/kubernetes/strake/control-plane/authentication.yaml"),
        List.copyOf(files.keySet()));
    files.forEach(
        (path, file) -> assertEquals(files.get(path.replace("cp-2", "cp-1")).text(), file.text()));
  }

  /** Each file that a flag names is there, but for the one that is written on the host. */
  @Test
  void flagsAndFilesAgree() {
    ResolvedCluster cluster =
        Resolver.resolve(
            Specs.bound(
                spec(
                    """
                    anonymousAuth: HealthEndpointsOnly
                    podSecurity: {enforce: baseline}
                    encryption: {resources: [secrets], keysRef: {provider: runtime, path: /run/keys}}
                    """)));
    List<String> named =
        new ComponentFlags(cluster)
            .apiServer().stream()
                .map(ComponentFlag::value)
                .filter(value -> value.startsWith(ControlPlanePaths.DIRECTORY + "/"))
                .filter(value -> !value.equals(ControlPlanePaths.ENCRYPTION))
                .sorted()
                .toList();
    List<String> made =
        ControlPlaneGenerator.hostPaths(cluster).stream()
            .filter(path -> !path.equals(ControlPlanePaths.POD_SECURITY))
            .sorted()
            .toList();
    assertEquals(made, named);
    assertEquals(
        List.of(ControlPlanePaths.DIRECTORY, "/var/log/kubernetes/audit"),
        ComponentMounts.apiServer(cluster).stream().map(HostMount::path).toList());
  }
}
