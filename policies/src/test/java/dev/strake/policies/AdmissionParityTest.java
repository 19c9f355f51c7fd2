package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.api.ApiContext;
import dev.strake.api.ApiRules;
import dev.strake.cel.CelValue;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.policy.AdmissionCompiler;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyEngine;
import dev.strake.policy.PolicySelection;
import dev.strake.policy.ValidatingAdmissionPolicy;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.schema.SchemaCheck;
import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cluster's gate says what the first gate says, for every object of every case. */
final class AdmissionParityTest {

  private static final Map<String, CompiledPolicy> POLICIES =
      BuiltInPolicies.load().stream()
          .filter(policy -> policy.policy().isEnforceable())
          .collect(Collectors.toMap(p -> p.policy().id(), Function.identity()));

  @TestFactory
  Stream<DynamicTest> bothGatesAgree() {
    return PolicyCasesTest.folders().stream()
        .filter(folder -> POLICIES.containsKey(folder.id()))
        .flatMap(
            folder ->
                Stream.concat(folder.pass().stream(), folder.fail().stream())
                    .map(file -> dynamicTest(file.path(), () -> assertAgree(folder.id(), file))));
  }

  private static void assertAgree(String id, SourceFile file) {
    CompiledPolicy policy = CaseParameters.apply(POLICIES.get(id), file, new ArrayList<>());
    Set<ValidatingAdmissionPolicy> judged = new HashSet<>();
    for (int minor : CaseVersions.of(file)) {
      var compiled = AdmissionCompiler.warning(minor).compile(policy.policy()).policy();
      // Most policies are the same for all versions, and so is what they say.
      if (judged.add(compiled)) {
        assertAgree(policy, compiled, file, minor);
      }
    }
  }

  private static void assertAgree(
      CompiledPolicy policy, ValidatingAdmissionPolicy compiled, SourceFile file, int minor) {
    AdmissionSimulator cluster = new AdmissionSimulator(compiled);
    PolicyEngine engine =
        PolicyEngine.of(
            List.of(policy), PolicySelection.profile("all"), minor, PodTemplatePaths.KNOWN);
    for (Manifest manifest : PolicyCases.manifests(file, new ArrayList<>())) {
      List<Diagnostic> findings = engine.evaluate(List.of(manifest));
      List<String> violations = cluster.violations(manifest, CelValue.ofObject(manifest.root()));
      assertEquals(findings.isEmpty(), violations.isEmpty(), () -> findings + " " + violations);
      String all = String.join("\n", violations);
      findings.forEach(f -> assertTrue(all.contains(f.message()), () -> f + " is not in " + all));
    }
  }

  /** Its expressions compile there with what the version before it knew, among other things. */
  @TestFactory
  Stream<DynamicTest> everyServerAcceptsWhatAPolicyBecomes() {
    return POLICIES.values().stream()
        .map(policy -> dynamicTest(policy.policy().id(), () -> assertAccepted(policy)));
  }

  private static void assertAccepted(CompiledPolicy policy) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().setDefaultPropertyInclusion(Include.NON_NULL);
    for (String version : KubernetesSchemas.versions()) {
      int minor = KubernetesSchemas.minorOf(version);
      for (Record object : AdmissionCompiler.warning(minor).compile(policy.policy()).all()) {
        String text = mapper.writeValueAsString(object);
        Manifest manifest =
            PolicyCases.manifests(SourceFile.of("policy.json", text), new ArrayList<>()).get(0);
        List<Diagnostic> findings = new ArrayList<>();
        new SchemaCheck(KubernetesSchemas.forVersion(version).orElseThrow())
            .check(manifest, findings::add);
        findings.addAll(ApiRules.check(manifest, ApiContext.ofMinor(minor)));
        assertEquals(List.of(), findings, () -> version + ": " + text);
      }
    }
  }

  @Test
  void nullListsOfTheApiServerAreEmpty() {
    SourceFile file =
        SourceFile.of(
            "role.yaml",
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: none}
            rules: null
            """);
    Manifest manifest = PolicyCases.manifests(file, new ArrayList<>()).get(0);
    CompiledPolicy policy = POLICIES.get("rbac/wildcard");
    AdmissionSimulator cluster =
        new AdmissionSimulator(AdmissionCompiler.warning(36).compile(policy.policy()).policy());
    assertEquals(List.of(), cluster.violations(manifest, CelValue.of(manifest.root())));
  }
}
