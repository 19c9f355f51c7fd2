package dev.strake.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each step from one version to the next is one that some case proves, to the very minor. */
final class CaseVersionsTest {

  private static final Pattern STEP = Pattern.compile("kubernetesMinor (?:>=|<) ([0-9]+)");

  private static List<Integer> versions(String text) {
    return CaseVersions.of(SourceFile.of("case.yaml", text));
  }

  private static List<Integer> known() {
    return KubernetesSchemas.versions().stream().map(KubernetesSchemas::minorOf).toList();
  }

  @Test
  void aCaseIsAboutAllVersionsThatItDoesNotExclude() {
    assertEquals(IntStream.rangeClosed(30, 36).boxed().toList(), known());
    assertEquals(known(), versions("kind: Pod\n"));
    assertEquals(List.of(35, 36), versions("# kubernetes: >= 1.35\nkind: Pod\n"));
    assertEquals(List.of(30, 31), versions("# Why.\n# kubernetes: < 1.32\nkind: Pod\n"));
  }

  @Test
  void aBoundThatCannotBeReadIsNotTakenForNone() {
    for (String bound : List.of("1.35", "> 1.35", ">= v1.35", ">= 1.35.1", ">= 1.37", "< 1.30")) {
      assertEquals(List.of(), versions("# kubernetes: " + bound + "\nkind: Pod\n"), bound);
    }
  }

  @TestFactory
  Stream<DynamicTest> aCaseDoesNotHoldBeyondItsBound() {
    return PolicyCasesTest.folders().stream()
        .flatMap(
            folder ->
                Stream.concat(folder.pass().stream(), folder.fail().stream())
                    .filter(file -> CaseVersions.of(file).size() < known().size())
                    .map(file -> dynamicTest(file.path(), () -> assertBounded(folder, file))));
  }

  private static void assertBounded(PolicyFolder folder, SourceFile file) {
    List<Integer> inside = CaseVersions.of(file);
    int beyond =
        inside.contains(known().get(0)) ? inside.get(inside.size() - 1) + 1 : inside.get(0) - 1;
    assertNotEquals(List.of(), PolicyCases.mismatches(file, compile(folder), beyond));
  }

  @TestFactory
  Stream<DynamicTest> everyStepHasACaseOnEitherSide() {
    return PolicyCasesTest.folders().stream()
        .filter(folder -> STEP.matcher(folder.policy().text()).find())
        .map(
            folder ->
                dynamicTest(
                    folder.id(),
                    () -> {
                      assertEquals(steps(folder), bounds(folder.pass()), "pass/");
                      assertEquals(steps(folder), bounds(folder.fail()), "fail/");
                    }));
  }

  private static Set<Integer> steps(PolicyFolder folder) {
    Set<Integer> steps = new TreeSet<>();
    Matcher matcher = STEP.matcher(folder.policy().text());
    while (matcher.find()) {
      steps.add(Integer.parseInt(matcher.group(1)));
    }
    return steps;
  }

  /** The first version after a case's bound, or the bound itself. */
  private static Set<Integer> bounds(List<SourceFile> files) {
    Set<Integer> bounds = new TreeSet<>();
    for (SourceFile file : files) {
      List<Integer> versions = CaseVersions.of(file);
      boolean fromTheFirst = versions.get(0).equals(known().get(0));
      if (versions.size() < known().size()) {
        bounds.add(fromTheFirst ? versions.get(versions.size() - 1) + 1 : versions.get(0));
      }
    }
    return bounds;
  }

  private static CompiledPolicy compile(PolicyFolder folder) {
    return folder.compile(new PolicyReader()).asOptional().orElseThrow();
  }
}
