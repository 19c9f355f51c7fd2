package dev.strake.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.report.Coverage;
import dev.strake.report.Findings;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs over compilers that find words. */
class FixRunTest {

  private static final Code WORD = Code.warning("words/bad");
  private static final Code BROKEN = Code.error("yaml/broken");
  private static final Coverage COVERAGE = new Coverage(1, 1, 1, 0, 0, 0);

  private int compilations;

  /** Finds a word and wants another. */
  private Function<SourceTree, Findings> finds(String word, String instead) {
    return tree -> {
      compilations++;
      List<Diagnostic> found = new ArrayList<>();
      for (SourceFile file : files(tree)) {
        Matcher matcher = Pattern.compile(word).matcher(file.text());
        while (matcher.find()) {
          SourceRange range = file.range(matcher.start(), matcher.end());
          found.add(
              Diagnostic.of(WORD, range, "not " + word + " in " + file.path())
                  .withFix(Fix.replace("write " + instead, range, instead)));
        }
      }
      return Findings.of(found, COVERAGE);
    };
  }

  private static List<SourceFile> files(SourceTree tree) {
    return tree.entries().stream()
        .map(
            entry ->
                SourceFile.decode(
                    entry.path(), entry.read().match(bytes -> bytes, reason -> new byte[0])))
        .toList();
  }

  private static FixOutcome run(SourceTree tree, Function<SourceTree, Findings> compiler) {
    return FixRun.of(tree, compiler, path -> Optional.empty());
  }

  @Test
  void allThatGoTogetherAreDoneInOneRound() {
    InMemoryTree tree = InMemoryTree.of("a", "bad x bad\nbad\n").with("b", "good\n");

    FixOutcome outcome = run(tree, finds("bad", "fine"));

    assertEquals(1, outcome.files().size());
    assertEquals("fine x fine\nfine\n", outcome.files().get(0).after());
    assertEquals("bad x bad\nbad\n", outcome.files().get(0).before().text());
    assertEquals(3, outcome.applied().size());
    assertEquals(List.of(), outcome.remaining().diagnostics());
    assertEquals(2, compilations);
  }

  @Test
  void whatTouchesWaitsForTheNextRound() {
    FixOutcome outcome = run(InMemoryTree.of("a", "badbad\n"), finds("bad", "fine"));

    assertEquals("finefine\n", outcome.files().get(0).after());
    assertEquals("badbad\n", outcome.files().get(0).before().text());
    assertEquals(3, compilations);
  }

  @Test
  void whatDoesNotMendIsTakenBackAndTold() {
    FixOutcome outcome = run(InMemoryTree.of("a", "bad\n"), finds("bad", "bad "));

    assertEquals(List.of(), outcome.files());
    assertEquals("the finding would stay", outcome.left().get(0).reason());
    assertEquals(1, outcome.remaining().diagnostics().size());
  }

  @Test
  void whatBreaksSomethingIsTakenBackAndTheOthersAreNot() {
    InMemoryTree tree = InMemoryTree.empty();
    for (int i = 0; i < 8; i++) {
      tree = tree.with("f" + i, i == 5 ? "bad bro" : "bad x");
    }

    FixOutcome outcome = run(tree, FixRunTest::findAndGlue);

    assertEquals(7, outcome.files().size());
    assertEquals(1, outcome.left().size());
    assertEquals("f5", outcome.left().get(0).finding().range().file().path());
    assertEquals("it would bring yaml/broken: broken", outcome.left().get(0).reason());
    assertTrue(outcome.remaining().diagnostics().stream().noneMatch(d -> d.code().equals(BROKEN)));
  }

  /** Its fix of "bad bro" is "broken". */
  private static Findings findAndGlue(SourceTree tree) {
    List<Diagnostic> found = new ArrayList<>();
    for (SourceFile file : files(tree)) {
      if (file.text().equals("broken")) {
        found.add(Diagnostic.of(BROKEN, file.beginning(), "broken"));
      } else if (file.text().startsWith("bad")) {
        String instead = file.text().endsWith("bro") ? "broken" : "fine";
        found.add(
            Diagnostic.of(WORD, file.range(0, 3), "bad")
                .withFix(Fix.replace("mend", file.range(0, file.text().length()), instead)));
      }
    }
    return Findings.of(found, COVERAGE);
  }

  @Test
  void filesThatMayNotBeChangedAreLeft() {
    FixOutcome outcome =
        FixRun.of(
            InMemoryTree.of("a", "bad\n").with("b", "bad\n"),
            finds("bad", "fine"),
            path -> path.equals("a") ? Optional.of("it is not mine") : Optional.empty());

    assertEquals(1, outcome.files().size());
    assertEquals("b", outcome.files().get(0).path());
    assertEquals("it is not mine", outcome.left().get(0).reason());
  }

  @Test
  void aFixThatAlwaysBringsTheNextFindingEnds() {
    Function<SourceTree, Findings> compiler =
        tree -> {
          SourceFile file = files(tree).get(0);
          SourceRange end = file.range(file.text().length(), file.text().length());
          Diagnostic finding =
              Diagnostic.of(WORD, end, "length " + file.text().length())
                  .withFix(Fix.replace("add", end, "x"));
          return Findings.of(List.of(finding), COVERAGE);
        };

    FixOutcome outcome = run(InMemoryTree.of("a", ""), compiler);

    assertEquals(100, outcome.applied().size());
    assertEquals("there was too much to do; run it again", outcome.left().get(0).reason());
  }
}
