package dev.strake.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.fixtures.ExpectedFinding;
import dev.strake.fixtures.FixtureCase;
import dev.strake.policy.PolicySelection;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case under {@code rendered/} is a repository with overlays or charts. The real tools render
 * it, and all findings of the compiler, of whatever weight, are those that markers in the users'
 * own files name.
 */
class RenderedFixtureTest {

  private static final Path CASES = Path.of("src/test/resources/rendered");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> findingsStandInUsersFiles() {
    List<FixtureCase> cases = FixtureCase.in(CASES);
    assertFalse(cases.isEmpty());
    return cases.stream()
        .map(
            fixture ->
                DynamicTest.dynamicTest(
                    fixture.name(), fixture.place().toUri(), () -> verify(fixture)));
  }

  private void verify(FixtureCase fixture) {
    List<Diagnostic> found = find(fixture);

    ExpectedFinding.assertMatch(fixture.expected(), found);
    assertEquals(lines(found), lines(find(fixture)), "the same again");
  }

  private static List<String> lines(List<Diagnostic> findings) {
    return findings.stream().map(Diagnostic::toString).toList();
  }

  private List<Diagnostic> find(FixtureCase fixture) {
    CompileRequest request =
        new CompileRequest(
                fixture.tree(),
                LocalDate.of(2026, 1, 1),
                PolicySelection.profile("none"),
                Optional.empty())
            .with(Installed.renderer(temporary));
    return new Compiler(List.of()).compile(request).findings().diagnostics();
  }
}
