package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.spec.Specs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How what users' ValidatingAdmissionPolicies find is weighed, selected and told. */
class AdmissionJudgeTest {

  private static final String POLICY =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata:
        name: limit
      spec:
        matchConstraints:
          resourceRules:
            - apiGroups: ["", apps]
              apiVersions: [v1]
              operations: [CREATE]
              resources: [deployments, pods]
        validations:
          - expression: object.kind != 'Deployment' || object.spec.replicas <= 5
            message: at most 5 replicas
          - expression: object.kind != 'Pod' || object.spec.hostNetwork != true
            message: no network of the node
      """;

  private static final String BINDING =
      """
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata:
        name: everywhere
      spec:
        policyName: limit
        validationActions: [Deny]
      """;

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 6
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            hostNetwork: true
            containers:
              - name: web
                image: registry.example.com/web:1.2
      """;

  private static final String NAMESPACE =
      """
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      """;

  private static InMemoryTree tree(String policy, String object) {
    return with(
        with(InMemoryTree.empty(), "manifests/policy.yaml", policy), "manifests/web.yaml", object);
  }

  private static InMemoryTree with(InMemoryTree tree, String path, String text) {
    return tree.with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Diagnostic> find(InMemoryTree tree, PolicySelection selection) {
    return new Compiler(List.of())
        .compile(new CompileRequest(tree, LocalDate.of(2026, 1, 1), selection, Optional.empty()))
        .findings()
        .diagnostics();
  }

  private static List<String> told(InMemoryTree tree, PolicySelection selection) {
    return find(tree, selection).stream()
        .filter(finding -> finding.code().id().startsWith("admission/"))
        .map(
            finding ->
                "%s %s %s: %s"
                    .formatted(
                        finding.severity().id(), finding.code(), finding.path(), finding.message()))
        .toList();
  }

  @Test
  void whatPodsBreakWeighsLessThanWhatTheObjectBreaks() {
    assertEquals(
        List.of(
            "error admission/limit /spec/replicas: at most 5 replicas",
            "warning admission/limit /spec/template/spec/hostNetwork: the pods made from this break"
                + " it: no network of the node"),
        told(tree(POLICY + BINDING, WEB), PolicySelection.DEFAULT));
  }

  @Test
  void aFindingLeadsToTheExpressionAndSaysWhatTheServerDoes() {
    Diagnostic finding = find(tree(POLICY + BINDING, WEB), PolicySelection.DEFAULT).get(0);
    assertEquals(
        "object.kind != 'Deployment' || object.spec.replicas <= 5",
        finding.related().get(0).range().text());
    assertEquals("in the ValidatingAdmissionPolicy limit", finding.related().get(0).message());
    assertEquals(
        "correct the object: by the ValidatingAdmissionPolicyBinding everywhere, the API server"
            + " refuses it",
        finding.help());
  }

  @Test
  void selectionsAreByTheCode() {
    InMemoryTree tree = tree(POLICY + BINDING, WEB);
    assertEquals(
        2, told(tree, new PolicySelection("cis", List.of("admission/*"), List.of())).size());
    assertEquals(List.of(), told(tree, new PolicySelection("", List.of("resources/*"), List.of())));
    assertEquals(
        List.of(), told(tree, new PolicySelection("", List.of(), List.of("admission/limit"))));
    assertEquals(List.of(), told(tree, PolicySelection.profile("none")));
  }

  @Test
  void theSpecWeighs() {
    String spec = Specs.SMALL + "  policies:\n    severities:\n      admission/limit: low\n";
    assertEquals(
        List.of("info", "info"),
        told(
                with(tree(POLICY + BINDING, WEB + NAMESPACE), "cluster.yaml", spec),
                PolicySelection.DEFAULT)
            .stream()
            .map(finding -> finding.substring(0, finding.indexOf(' ')))
            .toList());
  }

  /** What is generated of a policy of ours says nothing that the policy itself does not say. */
  @Test
  void whatPoliciesOfOursAreCompiledToIsNotAsked() {
    String copied = (POLICY + BINDING).replace("limit", "shop.limit.strake.dev");
    String own =
        """
        apiVersion: strake.dev/v1alpha1
        kind: Policy
        metadata:
          name: shop/limit
        spec:
          title: At most 5 replicas
          severity: high
          rationale: The quota says so.
          remediation: write 5
          profiles: [default]
          scope: object
          match:
            kinds: [PodBearing]
          validations:
            - expression: object.spec.replicas <= 5
              message: at most 5 replicas
        """;
    assertEquals(
        List.of(),
        told(with(tree(copied, WEB), "policies/limit.yaml", own), PolicySelection.DEFAULT));
    assertEquals(2, told(tree(copied, WEB), PolicySelection.DEFAULT).size());
  }

  /** A policy that walks over all pairs of pairs of a long list ends, and says why. */
  @Test
  void expensiveExpressionsAreStopped() {
    String items = "registry".repeat(2);
    StringBuilder object =
        new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: big\ndata:\n");
    for (int i = 0; i < 200; i++) {
      object.append("  k").append(i).append(": ").append(items).append('\n');
    }
    String policy =
        (POLICY + BINDING)
            .replace("resources: [deployments, pods]", "resources: [configmaps]")
            .replace(
                "object.kind != 'Deployment' || object.spec.replicas <= 5",
                "object.data.all(a, object.data.all(b, object.data.all(c, object.data.all(d, a+b != c))))");
    List<String> told = told(tree(policy, object.toString()), PolicySelection.DEFAULT);
    assertEquals(1, told.size(), told::toString);
    assertEquals(
        "error admission/limit /metadata/name: the expression cannot be evaluated: Iteration budget"
            + " exceeded: 200000",
        told.get(0));
  }
}
