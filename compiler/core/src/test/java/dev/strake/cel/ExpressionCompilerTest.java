package dev.strake.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpressionCompilerTest {

  private static final ExpressionCompiler COMPILER =
      ExpressionCompiler.withVariables(List.of("object", "variables.podSpec"));

  private static List<CelProblem> problems(String text, CelType wanted) {
    return COMPILER.compile(text, wanted).match(expression -> List.of(), problems -> problems);
  }

  private static String place(String text) {
    CelProblem problem = problems(text, CelType.ANY).get(0);
    return text.substring(problem.start(), problem.end());
  }

  @Test
  void anUnknownNameIsFoundWhereItStands() {
    assertEquals("conteiner", place("object.a == 1 &&\n  conteiner.b"));
    assertEquals("variables.podSpex", place("has(variables.podSpec.a) || variables.podSpex.b"));
    assertEquals("sizze", place("object.a.sizze() == 1"));
  }

  @Test
  void columnsCountCodePoints() {
    assertEquals("oops", place("'\uD83D\uDE00' == oops"));
  }

  @Test
  void aSyntaxErrorAtTheEndIsAPoint() {
    CelProblem problem = problems("1 +", CelType.ANY).get(0);
    assertEquals(3, problem.start());
    assertEquals(3, problem.end());
  }

  @Test
  void theResultMustBeOfTheWantedType() {
    assertEquals(
        List.of(new CelProblem(0, 5, "the expression gives int where a boolean is needed")),
        problems("1 + 1", CelType.BOOLEAN));
    assertEquals(List.of(), problems("object.anything", CelType.BOOLEAN));
  }

  @Test
  void literalsOfMixedTypesAreRefusedAsInTheCluster() {
    assertTrue(problems("[1, 'a']", CelType.ANY).size() == 1);
  }

  @Test
  void anExpressionWithoutEndIsRefused() {
    assertEquals(1, problems("1" + " + 1".repeat(20_000), CelType.ANY).size());
    assertEquals(1, problems("(".repeat(5_000), CelType.ANY).size());
  }
}
