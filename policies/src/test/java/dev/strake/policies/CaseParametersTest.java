package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaseParametersTest {

  private static final CompiledPolicy TAG =
      BuiltInPolicies.load().stream()
          .filter(policy -> policy.policy().id().equals("images/tag"))
          .findFirst()
          .orElseThrow();

  private final List<Diagnostic> findings = new ArrayList<>();

  private CompiledPolicy apply(String text) {
    return CaseParameters.apply(TAG, SourceFile.of("case.yaml", text), findings);
  }

  @Test
  void aCaseChoosesValues() {
    CompiledPolicy chosen = apply("# parameters: {forbidden: [main]}\nkind: Pod\n");
    assertEquals(List.of("main"), chosen.policy().parameters().get(0).defaultValue());
    assertEquals(List.of(), findings);
  }

  @Test
  void aCaseThatChoosesNothingIsJudgedByTheDefaults() {
    assertSame(TAG, apply("kind: Pod # parameters: {forbidden: [main]}\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{forbiden: [main]}|forbiden",
        "{forbidden: main}|main",
        "{forbidden: [main}|[main}"
      })
  void aMistakeIsAFindingSoThatTheCaseFails(String values, String place) {
    apply("# parameters: " + values + "\n");
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(
        true, place.contains(findings.get(0).range().text()), () -> findings.get(0).toString());
  }
}
