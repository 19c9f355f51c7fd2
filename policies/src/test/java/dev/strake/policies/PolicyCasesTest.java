package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strake.join.all.BundleRules;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.source.TreeLimits;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
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
  Stream<DynamicTest> everyValidationIsProvenByCases() {
    return folders().stream()
        .map(
            folder ->
                dynamicTest(
                    folder.id(),
                    () ->
                        assertEquals(List.of(), UntestedValidations.of(folder, compile(folder)))));
  }

  private CompiledPolicy compile(PolicyFolder folder) {
    var compiled = folder.compile(reader);
    assertEquals(List.of(), compiled.diagnostics());
    return compiled.asOptional().orElseThrow();
  }
}
