package dev.strake.property;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.PolicySelection;
import dev.strake.schema.ApiVerdicts;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceFile;
import dev.strake.spec.Specs;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlTree;
import dev.strake.yaml.YamlWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Texts with random damage: whatever they have become, each gets an answer in time, and every
 * finding has its place inside of the text. A failure names the seed that makes the text again.
 */
class MutilatedTextTest {

  private static final int TEXTS = 2500;
  private static final int EVERY = 37;

  /** Long enough for a busy machine, and far too short for a cost that is not linear. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final List<String> SPLINTERS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          "#",
          "&a ",
          "*a",
          "<<: *a",
          "!!binary ",
          "!!str ",
          "|",
          ">-",
          "'",
          "\"",
          "\\",
          "%",
          "@",
          "`",
          "\t",
          "\r",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uD83D\uDE00",
          "\uD83D",
          "---\n",
          "...\n",
          "? ",
          "~",
          "null",
          "true",
          "on",
          "0777",
          "0x1F",
          "1e999999999",
          "-0",
          ".inf",
          ".nan",
          "9223372036854775808",
          "1_000",
          "10.96.0.0/12",
          "::ffff:1.2.3.4",
          "2027-02-30",
          "* * * * *",
          "$(",
          "{{ .Values.x }}",
          "a/b/c",
          "..",
          "é",
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
          "9".repeat(400),
          "a".repeat(3000),
          "\n\n\n",
          "  ",
          "\n      ");

  private static List<String> originals() throws IOException {
    List<String> texts = new ArrayList<>(List.of(Specs.SMALL));
    List<ApiVerdicts.Verdict> verdicts = ApiVerdicts.read();
    for (int i = 0; i < verdicts.size(); i += EVERY) {
      SourceFile file = SourceFile.of("object.json", verdicts.get(i).object());
      YamlReader.withDefaultLimits()
          .read(file, finding -> {})
          .documents()
          .forEach(document -> texts.add(YamlWriter.write(YamlTree.of(document.root()))));
    }
    return texts;
  }

  @Test
  void everyTextGetsAnAnswer() throws IOException {
    List<String> originals = originals();
    assertTrue(originals.size() > 100, () -> originals.size() + " texts to begin with");
    Compiler compiler = new Compiler(List.of());
    int found = 0;
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = mutilate(originals.get(seed % originals.size()), new Random(seed));
      // Every tenth is a spec, whatever it was before.
      String name = seed % 10 == 0 ? "cluster.yaml" : "apps/object.yaml";
      String about = "seed " + seed;
      List<Diagnostic> findings =
          assertTimeoutPreemptively(PATIENCE, () -> findings(compiler, name, text), about);
      for (Diagnostic finding : findings) {
        assertTrue(finding.range().end() <= finding.range().file().text().length(), about);
        assertFalse(finding.message().isBlank(), about);
      }
      found += findings.isEmpty() ? 0 : 1;
    }
    int damaged = found;
    assertTrue(damaged > TEXTS / 2, () -> "only " + damaged + " texts had findings");
  }

  private static List<Diagnostic> findings(Compiler compiler, String name, String text) {
    CompileRequest request =
        new CompileRequest(
            InMemoryTree.of(name, text),
            LocalDate.of(2026, 7, 1),
            PolicySelection.DEFAULT,
            Optional.empty());
    return compiler.compile(request).findings().diagnostics();
  }

  private static String mutilate(String original, Random random) {
    StringBuilder text = new StringBuilder(original);
    for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(40));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.insert(at, splinter(random));
        case 3 -> text.replace(at, end, splinter(random));
        default -> swapLines(text, random);
      }
    }
    return text.toString();
  }

  private static String splinter(Random random) {
    return SPLINTERS.get(random.nextInt(SPLINTERS.size()));
  }

  private static void swapLines(StringBuilder text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.toString().split("\n", -1)));
    String moved = lines.remove(random.nextInt(lines.size()));
    lines.add(random.nextInt(lines.size() + 1), moved);
    text.setLength(0);
    text.append(String.join("\n", lines));
  }
}
