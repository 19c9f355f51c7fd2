package dev.strake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import dev.strake.spec.Specs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies that users keep beside their manifests. */
class OwnPoliciesTest {

  private static final String POLICY =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Policy
      metadata:
        name: shop/tags
      spec:
        title: No container runs the tag latest
        severity: high
        rationale: Nobody knows what runs.
        remediation: write a version
        profiles: [default]
        scope: object
        match:
          kinds: [PodBearing]
        forEach: containers
        validations:
          - expression: "!container.image.endsWith(':latest')"
            message: the tag latest
            at: image
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: registry.example.com/web:latest
      """;

  private static final String FINDING = "shop/tags registry.example.com/web:latest";

  private static InMemoryTree with(InMemoryTree tree, String path, String text) {
    return tree.with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Compilation compile(InMemoryTree tree) {
    CompileRequest request =
        new CompileRequest(
            tree, LocalDate.of(2026, 1, 1), PolicySelection.DEFAULT, Optional.empty());
    return new Compiler(List.of()).compile(request);
  }

  private static List<String> findings(Compilation compilation) {
    return compilation.findings().diagnostics().stream()
        .filter(finding -> !finding.code().category().equals("compile"))
        .map(OwnPoliciesTest::show)
        .toList();
  }

  private static String show(Diagnostic finding) {
    return finding.code() + " " + finding.range().text();
  }

  @Test
  void aFolderOfManifestsIsJudgedByItsPolicies() {
    InMemoryTree tree = with(InMemoryTree.empty(), "policies/shop/tags/policy.yaml", POLICY);

    assertEquals(List.of(FINDING), findings(compile(with(tree, "web.yaml", POD))));
  }

  @Test
  void aClusterIsJudgedByItsOwnAndEnforcesThem() {
    InMemoryTree tree = with(InMemoryTree.empty(), "east/cluster.yaml", Specs.SMALL);
    tree = with(tree, "east/policies/shop/tags/policy.yaml", POLICY);
    tree = with(tree, "east/apps/web.yaml", POD.replace(":latest", ":1.4"));
    tree = with(tree, "west/apps/web.yaml", POD);

    Compilation compilation = compile(tree);

    assertEquals(List.of(), findings(compilation));
    List<String> files =
        compilation.bundles().get(0).artifacts().stream()
            .map(artifact -> artifact.path().toString())
            .toList();
    assertTrue(files.contains("admission/shop.tags.yaml"), files::toString);
    assertTrue(files.stream().noneMatch(file -> file.contains("policy-")), files::toString);
  }

  @Test
  void aPolicyOfNoClusterIsForAll() {
    InMemoryTree tree = with(InMemoryTree.empty(), "east/cluster.yaml", Specs.SMALL);
    tree = with(tree, "policies/shop/tags/policy.yaml", POLICY);

    assertEquals(List.of(FINDING), findings(compile(with(tree, "east/apps/web.yaml", POD))));
  }

  @Test
  void aBrokenPolicyIsReportedInItsFile() {
    InMemoryTree tree =
        with(
            InMemoryTree.empty(),
            "policies/shop/tags/policy.yaml",
            POLICY.replace("endsWith", "endWith"));

    assertEquals(
        List.of("policy/expression endWith"), findings(compile(with(tree, "web.yaml", POD))));
  }
}
