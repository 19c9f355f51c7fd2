package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceFile;
import dev.strake.spec.Specs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Policies on configurations of components: those that Strake makes, and those that users wrote.
 */
class ComponentPolicyTest {

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata: {name: shop/flags}
      spec:
        title: A flag is as we want it
        severity: high
        rationale: We know why.
        remediation: write it in kubeadm's file
        specRemediation: write it in the spec
        profiles: [default]
        scope: component
        match:
          kinds:
            - {apiGroup: kubeadm.k8s.io, kind: ClusterConfiguration}
            - {apiGroup: kubelet.config.k8s.io, kind: KubeletConfiguration}
        validations:
          - expression: %s
            message: the flag is not as we want it
            at: %s
      """;

  private static List<Diagnostic> findings(InMemoryTree tree, String expression, String at) {
    String text = POLICY.formatted(expression, at);
    List<CompiledPolicy> policies =
        new PolicyReader().read(SourceFile.of("policy.yaml", text)).asOptional().orElseThrow();
    return new Compiler(policies)
            .compile(
                new CompileRequest(
                    tree, LocalDate.of(2026, 1, 1), PolicySelection.DEFAULT, Optional.empty()))
            .findings()
            .diagnostics()
            .stream()
            .filter(finding -> finding.code().id().matches("shop/flags|policy/.*"))
            .toList();
  }

  private static Diagnostic only(InMemoryTree tree, String expression, String at) {
    List<Diagnostic> findings = findings(tree, expression, at);
    assertEquals(1, findings.size(), findings::toString);
    assertEquals("shop/flags", findings.get(0).code().id());
    return findings.get(0);
  }

  @Test
  void aGeneratedFlagLeadsToTheSpec() {
    String spec =
        Specs.SMALL.replace(
            "  controlPlane:\n",
            """
              controlPlane:
                scheduler:
                  extraArgs:
                    - {name: v, value: "4"}
            """);
    Diagnostic finding =
        only(
            InMemoryTree.of("cluster.yaml", spec),
            "object.kind != 'ClusterConfiguration' || variables.scheduler['v'] != '4'",
            "scheduler.extraArgs.v");
    assertEquals("{name: v, value: \"4\"}", finding.range().text());
    assertEquals(Optional.of("write it in the spec"), Optional.ofNullable(finding.help()));
    assertEquals("\"4\"", finding.related().get(0).range().text());
  }

  @Test
  void aFlagThatIsMissingLeadsToItsComponent() {
    Diagnostic finding =
        only(
            InMemoryTree.of("cluster.yaml", Specs.SMALL),
            "object.kind != 'ClusterConfiguration' || 'v' in variables.controllerManager",
            "controllerManager.extraArgs.v");
    assertEquals("controlPlane", finding.range().text());
  }

  @Test
  void aFileOfTheUserHasItsOwnPlaceAndHelp() {
    Diagnostic finding =
        only(
            InMemoryTree.of(
                "kubeadm.yaml",
                """
                apiVersion: kubeadm.k8s.io/v1beta4
                kind: ClusterConfiguration
                kubernetesVersion: v1.36.4
                scheduler:
                  extraArgs:
                    - {name: v, value: "2"}
                    - {name: v, value: "4"}
                """),
            "variables.scheduler['v'] != '4'",
            "scheduler.extraArgs.v");
    assertEquals(7, finding.range().startPosition().line());
    assertEquals("\"4\"", finding.range().text());
    assertEquals(Optional.of("write it in kubeadm's file"), Optional.ofNullable(finding.help()));
  }

  /** Each is true of the documents below it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|variables.apiServer['client-ca-file'] == '/etc/kubernetes/pki/ca.crt'",
        "{certificatesDir: /srv}|variables.apiServer['client-ca-file'] == '/srv/ca.crt'",
        "{}|variables.etcd['client-cert-auth'] == 'true' && variables.scheduler.size() > 0",
        "{etcd: {external: {caFile: /a}}}|variables.etcd.size() == 0",
        "{etcd: {external: {caFile: /a}}}|variables.apiServer['etcd-cafile'] == '/a'",
        "{etcd: {external: {caFile: /a}}}|!('etcd-certfile' in variables.apiServer)",
        "{apiServer: {extraArgs: [{name: profiling, value: F}]}}|variables.apiServer['profiling'] == 'false'",
        "{apiServer: {extraArgs: [{name: v, value: F}]}}|variables.apiServer['v'] == 'F'",
        "{apiServer: {extraArgs: [{name: v, value: '1'}, {name: v, value: '2'}]}}|variables.apiServer['v'] == '2'",
        "{apiServer: {extraArgs: [{name: feature-gates, value: A=true}, {name: feature-gates, value: B=true}]}}|variables.apiServer['feature-gates'] == 'A=true,B=true'",
        "{apiServer: {extraArgs: [{name: enable-admission-plugins, value: A}]}}|variables.apiServer['enable-admission-plugins'] == 'A'",
        "{apiServer: {extraArgs: [{name: client-ca-file, value: ''}]}}|!('client-ca-file' in variables.apiServer)",
        "{apiServer: {extraArgs: [{name: authorization-config, value: /f}]}}|!('authorization-mode' in variables.apiServer)",
        "{apiServer: {extraArgs: {v: '3'}}}|variables.apiServer['v'] == '3'",
        "{}|!variables.isPatch",
      })
  void whatKubeadmSetsCountsAsSet(String body, String truth) {
    String document =
        "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n"
            + body.substring(1, body.length() - 1).replaceFirst("^$", "clusterName: a")
            + "\n";
    InMemoryTree tree = InMemoryTree.of("kubeadm.yaml", document);
    assertEquals(List.of(), findings(tree, quoted(truth), "etcd"));
    assertEquals(1, findings(tree, quoted("!(" + truth + ")"), "etcd").size());
  }

  private static String quoted(String expression) {
    return '"' + expression + '"';
  }

  @ParameterizedTest
  @CsvSource({
    "patches/kubeletconfiguration+merge.yaml, true",
    "kubeletconfiguration0+strategic.yaml, true",
    "kubeletconfiguration.yaml, false",
    "kubelet+merge.yaml, false"
  })
  void aPatchSaysOnlyWhatDiffers(String name, boolean patch) {
    InMemoryTree tree =
        InMemoryTree.of(
            name,
            "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmaxPods: 1\n");
    assertEquals(patch ? 0 : 1, findings(tree, "variables.isPatch", "maxPods").size());
  }
}
