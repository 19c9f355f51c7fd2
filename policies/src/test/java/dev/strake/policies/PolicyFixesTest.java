package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.manifest.SourceMap;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyEngine;
import dev.strake.policy.PolicyPage;
import dev.strake.policy.PolicyReader;
import dev.strake.policy.PolicySelection;
import dev.strake.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fix of a policy, in the policy's own cases: what it mends, and what it leaves. */
final class PolicyFixesTest {

  private final PolicyReader reader = new PolicyReader();

  @TestFactory
  Stream<DynamicTest> everyFixMendsItsFindingAndNothingElse() {
    return withFixes(
        (folder, policy) -> {
          int mended = 0;
          for (SourceFile file : folder.fail()) {
            for (Diagnostic finding : findings(file, policy)) {
              if (finding.fix() != null) {
                verify(file, finding, policy);
                mended++;
              }
            }
          }
          assertTrue(mended > 0, "no case has a finding with a fix");
        });
  }

  /** What tells where a fix does harm has a case in which it does. */
  @TestFactory
  Stream<DynamicTest> everyConditionHasACaseThatItLeaves() {
    return withFixes(
        (folder, policy) -> {
          boolean conditional =
              policy.policy().validations().stream()
                  .flatMap(validation -> validation.fix().stream())
                  .anyMatch(fix -> fix.when().isPresent());
          boolean leaves =
              folder.fail().stream()
                  .flatMap(file -> findings(file, policy).stream())
                  .anyMatch(finding -> finding.fix() == null);
          assertTrue(leaves || !conditional, "each finding of the cases has a fix");
        });
  }

  @TestFactory
  Stream<DynamicTest> whatNobodyWroteHasNoFixAndSaysSo() {
    return withFixes(
        (folder, policy) -> {
          for (SourceFile file : folder.fail()) {
            List<Manifest> rendered =
                PolicyCases.manifests(file, new ArrayList<>()).stream()
                    .map(one -> rendered(one, file))
                    .toList();
            List<Diagnostic> written = findings(file, policy);
            List<Diagnostic> found = engine(policy).evaluate(rendered);
            assertEquals(written.size(), found.size());
            for (int i = 0; i < found.size(); i++) {
              assertEquals(null, found.get(i).fix());
              assertEquals(
                  written.get(i).fix() != null,
                  String.valueOf(found.get(i).help()).contains("; not by strake fix: "));
            }
          }
        });
  }

  /** A reader of the folder learns what is changed, and why that does no harm. */
  @TestFactory
  Stream<DynamicTest> everyFixIsExplained() {
    return withFixes(
        (folder, policy) -> {
          String readme = Files.readString(Path.of(folder.id(), "README.md"));
          assertTrue(readme.contains("\n## Fix\n\n`strake fix` "), readme);
          assertTrue(PolicyPage.of(policy.policy()).contains("\n`strake fix` can "));
        });
  }

  private interface Check {
    void run(PolicyFolder folder, CompiledPolicy policy) throws Exception;
  }

  private Stream<DynamicTest> withFixes(Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (PolicyFolder folder : PolicyCasesTest.folders()) {
      CompiledPolicy policy = folder.compile(reader).asOptional().orElseThrow();
      if (policy.rules().stream().anyMatch(rule -> rule.fix().isPresent())) {
        tests.add(dynamicTest(folder.id(), () -> check.run(folder, policy)));
      }
    }
    assertTrue(tests.size() >= 4, "policies with fixes: " + tests.size());
    return tests.stream();
  }

  private static PolicyEngine engine(CompiledPolicy policy) {
    return PolicyEngine.of(
        List.of(policy), PolicySelection.profile("all"), 36, PodTemplatePaths.KNOWN);
  }

  private static List<Diagnostic> findings(SourceFile file, CompiledPolicy policy) {
    List<Diagnostic> mistakes = new ArrayList<>();
    List<Diagnostic> found = engine(policy).evaluate(PolicyCases.manifests(file, mistakes));
    assertEquals(List.of(), mistakes);
    return found;
  }

  private static Manifest rendered(Manifest written, SourceFile template) {
    SourceMap places = SourceMap.ofRendered(template.beginning(), Map.of());
    return Manifest.of(written.root(), places).orElseThrow();
  }

  private static void verify(SourceFile file, Diagnostic finding, CompiledPolicy policy) {
    StringBuilder text = new StringBuilder(file.text());
    List<Fix.Edit> edits = finding.fix().edits();
    assertEquals(1, edits.size(), "several edits: sort them here");
    Fix.Edit edit = edits.get(0);
    text.replace(edit.range().start(), edit.range().end(), edit.text());
    SourceFile fixed = SourceFile.of(file.path(), text.toString());

    List<String> expected = messages(findings(file, policy));
    assertTrue(expected.remove(finding.message()));
    assertEquals(expected, messages(findings(fixed, policy)));
    // All that is outside of the edit is the same, to the character.
    assertEquals(
        file.text().length() - (edit.range().end() - edit.range().start()),
        text.length() - edit.text().length());
  }

  private static List<String> messages(List<Diagnostic> findings) {
    return new ArrayList<>(findings.stream().map(Diagnostic::message).toList());
  }
}
