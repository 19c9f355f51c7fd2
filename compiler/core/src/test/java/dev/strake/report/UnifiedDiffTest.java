package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  private static String diff(String before, String after) {
    return UnifiedDiff.of("a.yaml", before, after, line -> false);
  }

  @Test
  void equalTextsHaveNone() {
    assertEquals("", diff("a\nb", "a\nb"));
  }

  @Test
  void aChangedLineStandsBetweenThreeOthers() {
    assertEquals(
        """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        """,
        diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"));
  }

  @Test
  void changesFarApartHaveHunksOfTheirOwn() {
    assertEquals(
        """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,4 +1,3 @@
        -1
         2
         3
         4
        @@ -7,3 +6,4 @@
         7
         8
         9
        +ten
        """,
        diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "2\n3\n4\n5\n6\n7\n8\n9\nten\n"));
  }

  @Test
  void ofTwoLikeBlocksOneGoes() {
    assertEquals(
        """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,5 +1,3 @@
        -labels:
        -  app: a
         labels: # again
           app: a
         data:
        """,
        diff(
            "labels:\n  app: a\nlabels: # again\n  app: a\ndata:\n",
            "labels: # again\n  app: a\ndata:\n"));
  }

  /** Longer than what is compared line by line. */
  @Test
  void aLongTextHasAShortDiff() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append("line ").append(i).append('\n');
    }
    String after = text.toString().replace("line 7\n", "").replace("line 4990\n", "last\n");

    String diff = diff(text.toString(), after);

    assertEquals(List.of("-line 7", "-line 4990", "+last"), changed(diff));
  }

  private static List<String> changed(String diff) {
    return diff.lines().skip(2).filter(line -> "+-".indexOf(line.charAt(0)) >= 0).toList();
  }

  @Test
  void aFirstLineIsPutBeforeNothing() {
    assertEquals("--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1,1 @@\n+x\n", diff("", "x\n"));
  }

  @Test
  void aLastLineWithoutALineBreakSaysSo() {
    assertEquals(
        """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,1 +1,1 @@
        -a
        \\ No newline at end of file
        +b
        \\ No newline at end of file
        """,
        diff("a", "b"));
  }

  private static SourceRange name(SourceFile file) {
    int start = file.text().indexOf("name: A") + "name: ".length();
    return file.range(start, start + 1);
  }

  @Test
  void whatMayHoldASecretIsNotShown() {
    SourceFile file =
        SourceFile.of(
            "a.yaml",
            "kind: Secret\ndata: {a: cDRzcw==}\n---\nkind: Pod\nenv:\n- name: A\n  value: p4ss\nb: 1\n");
    Diagnostic literal = Diagnostic.of(Code.error("secrets/env-literal"), name(file), "a secret");
    HiddenLines hidden = new HiddenLines(file, List.of(literal));

    String diff =
        UnifiedDiff.of(
            "a.yaml",
            file.text(),
            file.text().replace("cDRzcw", "cDRzcx").replace("b: 1", "b: 2"),
            hidden::contains);

    assertFalse(diff.contains("cDRz"), diff);
    assertFalse(diff.contains("p4ss"), diff);
    assertEquals(true, diff.contains("+b: 2\n"), diff);
  }
}
