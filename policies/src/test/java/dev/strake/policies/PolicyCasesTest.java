package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.join.all.BundleRules;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.source.TreeLimits;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every policy against its own cases, and each case against policies that judge nothing. */
final class PolicyCasesTest {

  /** Those of this module. */
  static List<PolicyFolder> folders() {
    return PolicyFolder.findAll(
        WorkingTree.open(Path.of(""), path -> !path.contains("/target/"), TreeLimits.DEFAULT)
            .orElseThrow());
  }

  private final PolicyReader reader = new PolicyReader();

  @TestFactory
  Stream<DynamicTest> casesAreJudgedAsTheySay() {
    return folders().stream()
        .map(
            folder ->
                dynamicTest(
                    folder.id(),
                    () ->
                        assertEquals(List.of(), PolicyCases.mismatches(folder, compile(folder)))));
  }

  @Test
  void everyRuleAboutManyObjectsHasAPolicy() {
    Set<String> ids = folders().stream().map(PolicyFolder::id).collect(Collectors.toSet());
    List<String> without = BundleRules.policies().stream().filter(id -> !ids.contains(id)).toList();
    assertEquals(List.of(), without);
  }

  @TestFactory
  Stream<DynamicTest> everyValidationIsNeededByACaseThatFails() {
    return mutations("true");
  }

  @TestFactory
  Stream<DynamicTest> everyValidationIsHeldBackByACaseThatPasses() {
    return mutations("false");
  }

  private Stream<DynamicTest> mutations(String verdict) {
    List<DynamicTest> tests = new ArrayList<>();
    for (PolicyFolder folder : folders()) {
      CompiledPolicy policy = compile(folder);
      for (int i = 0; i < policy.rules().size(); i++) {
        CompiledPolicy mutant = mutant(policy, i, verdict);
        String name = folder.id() + ", validation " + (i + 1) + " always " + verdict;
        tests.add(dynamicTest(name, () -> assertCaught(folder, mutant, verdict)));
      }
    }
    return tests.stream();
  }

  private static void assertCaught(PolicyFolder folder, CompiledPolicy mutant, String verdict) {
    String cases = verdict.equals("true") ? "not found: " : "not expected: ";
    String where = folder.id() + (verdict.equals("true") ? "/fail/" : "/pass/");
    boolean caught =
        PolicyCases.mismatches(folder, mutant).stream()
            .anyMatch(mismatch -> mismatch.startsWith(cases) && mismatch.contains(where));
    assertTrue(caught, "no case notices");
  }

  private static CompiledPolicy mutant(CompiledPolicy policy, int index, String verdict) {
    CheckedExpression constant =
        ExpressionCompiler.withVariables(List.of()).compile(verdict, CelType.BOOLEAN).orThrow();
    List<CompiledPolicy.Rule> rules = new ArrayList<>(policy.rules());
    CompiledPolicy.Rule rule = rules.get(index);
    rules.set(index, new CompiledPolicy.Rule(rule.validation(), constant, rule.message()));
    return new CompiledPolicy(policy.policy(), rules);
  }

  private CompiledPolicy compile(PolicyFolder folder) {
    var compiled = folder.compile(reader);
    assertEquals(List.of(), compiled.diagnostics());
    return compiled.asOptional().orElseThrow();
  }
}
