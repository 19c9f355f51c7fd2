package dev.strake.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the reader against what kubectl 1.32 said: what it takes, we read to the same JSON; what it
 * refuses, we report. Its answers are kept in a file; {@code -Dkubectl.record} asks again and
 * rewrites it. A new case is a line {@code {"input":"..."}} there.
 */
class KubectlDifferentialTest {

  private static final Path ANSWERS = Path.of("src/test/resources/dev/strake/yaml/kubectl.jsonl");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> readsWhatKubectlReads() throws IOException {
    return cases().stream()
        .map(one -> DynamicTest.dynamicTest(one.input(), () -> assertSameReading(one)));
  }

  private static void assertSameReading(KubectlCase one) {
    List<Diagnostic> findings = new ArrayList<>();
    YamlFile file =
        YamlReader.withDefaultLimits()
            .read(
                SourceFile.decode("probe.yaml", one.file().getBytes(StandardCharsets.UTF_8)),
                findings::add);
    List<String> read = file.documents().stream().map(d -> CanonicalJson.of(d.root())).toList();
    boolean withheld = !file.withheld().isEmpty();
    if (one.stricter().isPresent()) {
      assertTrue(withheld && !one.refused(), "we are stricter than kubectl: " + findings);
      assertEquals(one.stricter().get(), findings.get(0).code().id());
    } else if (one.refused()) {
      assertFalse(findings.isEmpty(), () -> "kubectl refuses what we read as " + read);
    } else {
      assertFalse(withheld, () -> "kubectl reads " + one.documents() + ", we say " + findings);
      assertEquals(lines(one.documents()), lines(read));
    }
  }

  @Test
  @Tag("slow")
  void kubectlStillSaysSo() throws Exception {
    boolean recording = System.getProperty("kubectl.record") != null;
    assumeTrue(isKubectlHere(), "SKIPPED: there is no kubectl on this machine to ask");
    List<String> answers = new ArrayList<>();
    List<String> recorded = new ArrayList<>();
    for (KubectlCase one : cases()) {
      recorded.add(one.toLine());
      answers.add(ask(one).toLine());
    }
    if (recording) {
      Files.writeString(ANSWERS, lines(answers));
    } else {
      assertEquals(lines(recorded), lines(answers));
    }
  }

  private KubectlCase ask(KubectlCase one) throws Exception {
    Path file = Files.writeString(folder.resolve("probe.yaml"), one.file());
    Process kubectl =
        new ProcessBuilder(
                "kubectl",
                "annotate",
                "--local",
                "-f",
                file.toString(),
                "strake.dev/x=y",
                "-o",
                "json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean refused = kubectl.waitFor() != 0;
    List<String> documents = refused ? List.of() : CanonicalJson.ofOutput(output);
    return new KubectlCase(one.input(), one.stricter(), refused, documents);
  }

  private static boolean isKubectlHere() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "kubectl")));
  }

  private static List<KubectlCase> cases() throws IOException {
    List<KubectlCase> cases = new ArrayList<>();
    for (String line : Files.readAllLines(ANSWERS)) {
      cases.add(KubectlCase.parse(line));
    }
    return cases;
  }

  private static String lines(List<String> lines) {
    StringJoiner all = new StringJoiner("\n", "", "\n");
    lines.forEach(all::add);
    return all.toString();
  }
}
