package dev.strake.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Fix;
import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes look like in the text; that they mean what they should is for another test. */
class NodeChangesTest {

  private static final NewScalar FALSE = new NewScalar(ScalarType.BOOLEAN, "false");

  @Test
  void aValueKeepsItsQuotesAndItsComment() {
    assertSet("a: 'x' # why\n", "a: 'it''s' # why\n", NodePath.of("a"), NewScalar.ofString("it's"));
    assertSet("a: \"x\"\n", "a: \"y\"\n", NodePath.of("a"), NewScalar.ofString("y"));
    assertSet(
        "a: x\r\nb: 1\r\n", "a: \"on\"\r\nb: 1\r\n", NodePath.of("a"), NewScalar.ofString("on"));
    assertSet("a: 'true'\n", "a: false\n", NodePath.of("a"), FALSE);
    assertSet(
        "s: {a: x, b: 1}\n",
        "s: {a: \"p,q\", b: 1}\n",
        NodePath.of("s", "a"),
        NewScalar.ofString("p,q"));
  }

  @Test
  void whatIsEmptyGetsAValueBehindItsColon() {
    assertSet("a: # none yet\nb: 1\n", "a: false # none yet\nb: 1\n", NodePath.of("a"), FALSE);
    assertSet("a:\n", "a: false\n", NodePath.of("a"), FALSE);
    assertSet("a: ~\n", "a: false\n", NodePath.of("a"), FALSE);
  }

  @Test
  void anEntryIsAddedBehindTheOthersWithTheirIndentation() {
    assertAdded(
        "spec:\n   a: 1\n   # about b\n   b: 2 # two\n\n# the end\nkind: X\n",
        "spec:\n   a: 1\n   # about b\n   b: 2 # two\n   c: false\n\n# the end\nkind: X\n",
        "c");
    assertAdded("spec:\r\n  a: 1\r\n", "spec:\r\n  a: 1\r\n  c: false\r\n", "c");
    assertAdded("spec:\n  a: 1", "spec:\n  a: 1\n  c: false", "c");
    assertAdded(
        "spec:\n  a: |\n    text\n\nkind: X\n",
        "spec:\n  a: |\n    text\n  c: false\n\nkind: X\n",
        "c");
    assertAdded("spec:\n  a:\n  - x\n", "spec:\n  a:\n  - x\n  c: false\n", "c");
    assertAdded(
        "spec:\n  a: 1\n", "spec:\n  a: 1\n  c:\n    d.e/f:\n      g: false\n", "c", "d.e/f", "g");
  }

  @Test
  void bracesStayBraces() {
    assertAdded("spec: {a: 1}\n", "spec: {a: 1, c: false}\n", "c");
    assertAdded("spec: { a: 1 } # why\n", "spec: { a: 1, c: false } # why\n", "c");
    assertAdded("spec: {a: 1,}\n", "spec: {a: 1, c: false}\n", "c");
    assertAdded("spec: {}\n", "spec: {c: {d: false}}\n", "c", "d");
  }

  @Test
  void anEntryGoesWithItsLine() {
    assertRemoved("a: 1\nb: 2 # two\nc: 3\n", "a: 1\nc: 3\n", NodePath.of("b"));
    assertRemoved("a: 1\r\nb:\r\n  - x\r\n", "a: 1\r\n", NodePath.of("b"));
    assertRemoved("a: 1\nb: 2", "a: 1", NodePath.of("b"));
    assertRemoved(
        "# all\n\nb: 2\n# about a\na: 1\n", "# all\n\n# about a\na: 1\n", NodePath.of("b"));
    assertRemoved("- {a: 1}\n", "- {}\n", NodePath.ROOT.key("l").index(0).key("a"), "l:\n");
    assertRemoved("- a: 1\n  b: 2\n", "- b: 2\n", NodePath.ROOT.key("l").index(0).key("a"), "l:\n");
    assertRemoved("s: {a: 1, b: 2, c: 3}\n", "s: {a: 1, c: 3}\n", NodePath.of("s", "b"));
    assertRemoved("s: {a: 1, b: 2}\n", "s: {a: 1}\n", NodePath.of("s", "b"));
    assertRemoved("s: { a: 1, b: 2 }\n", "s: { b: 2 }\n", NodePath.of("s", "a"));
  }

  @Test
  void nothingBecomesNull() {
    assertRemoved("s:\n  a: 1\nb: 2\n", "s: {}\nb: 2\n", NodePath.of("s", "a"));
    assertRemoved("s: {a: 1}\n", "s: {}\n", NodePath.of("s", "a"));
    assertRemoved("l:\n- a\nb: 2\n", "l: []\nb: 2\n", NodePath.of("l").index(0));
    assertRemoved("l: [a]\n", "l: []\n", NodePath.of("l").index(0));
  }

  @Test
  void anItemGoesWithItsLines() {
    String list = "l:\n  - name: a\n    value: 1 # one\n  # about b\n  - name: b\n";
    assertRemoved(list, "l:\n  # about b\n  - name: b\n", NodePath.of("l").index(0));
    assertRemoved("l: [a, b, c]\n", "l: [a, c]\n", NodePath.of("l").index(1));
    assertRemoved("l: [a, b]\n", "l: [a]\n", NodePath.of("l").index(1));
    assertRemoved("l:\n-\n  a: 1\n- b\n", "l:\n- b\n", NodePath.of("l").index(0));
  }

  @Test
  void aKeyKeepsItsQuotes() {
    assertEquals(
        "\"b\": 1\n",
        edited("\"a\": 1\n", NodeChanges.rename(root("\"a\": 1\n"), NodePath.of("a"), "b")));
    assertEquals(
        "s: {b: 1}\n",
        edited("s: {a: 1}\n", NodeChanges.rename(root("s: {a: 1}\n"), NodePath.of("s", "a"), "b")));
  }

  @Test
  void whatOthersShareIsLeft() {
    assertRefused(OwnText.ANCHORED, "a: &x 1\nb: *x\n", NodePath.of("a"));
    assertRefused(OwnText.ALIASED, "a: &x 1\nb: *x\n", NodePath.of("b"));
    assertRefused(OwnText.ANCHORED, "a: &x\n  c: 1\nb: *x\n", NodePath.of("a", "c"));
    assertRefused(OwnText.ALIASED, "a: &x\n  c: 1\nb: *x\n", NodePath.of("b", "c"));
    assertRefused(OwnText.ALIASED, "a: &x {c: 1}\nb:\n  <<: *x\n  d: 2\n", NodePath.of("b", "c"));
    assertRefused(OwnText.ALIASED, "b: {<<: {c: 1}, d: 2}\n", NodePath.of("b", "c"));
    assertRefused(OwnText.ANCHORED, "l:\n- &x 1\n- *x\n", NodePath.of("l").index(0));
    assertRefused(OwnText.ANCHORED, "l:\n- &x 1\n- *x\n", NodePath.of("l").index(1));
    assertRefused(OwnText.ANCHORED, "&all\na: 1\n", NodePath.of("a"));
    assertRefused(OwnText.JSON, "{\"a\": 1}", NodePath.of("a"));
    assertRefused("it has a tag", "a: ! x\n", NodePath.of("a"));
    assertRefused("the text reaches over several lines", "a: |\n  x\n", NodePath.of("a"));
    assertRefused("there is a mapping", "a: {b: 1}\n", NodePath.of("a"));
  }

  @Test
  void aRemovalThatWouldShowAMergedValueIsRefused() {
    String text = "a: &x {c: 1}\nb:\n  <<: *x\n  c: 2\n";
    assertEquals(
        "the mapping merges another, whose value would show",
        reason(NodeChanges.remove(root(text), NodePath.of("b", "c"))));
  }

  @Test
  void whereAnAliasEndsIsNotGuessed() {
    assertEquals(
        OwnText.ALIASED,
        reason(NodeChanges.remove(root("a: &x 1\nb: {c: *x, d: 2}\n"), NodePath.of("b", "d"))));
    assertEquals(
        OwnText.ALIASED,
        reason(NodeChanges.remove(root("l: [&x a, *x, b]\n"), NodePath.of("l").index(2))));
  }

  @Test
  void aTextThatKeepsItsLineBreaksIsNotFollowed() {
    TextChange change =
        NodeChanges.set(
            root("spec:\n  a: |+\n    text\n\n"), NodePath.of("spec"), List.of("c"), FALSE);
    assertEquals("a text that keeps its last line breaks stands before it", reason(change));
  }

  private static void assertSet(String before, String after, NodePath path, NewScalar value) {
    assertEquals(after, edited(before, NodeChanges.set(root(before), path, List.of(), value)));
  }

  private static void assertAdded(String before, String after, String... keys) {
    assertEquals(
        after,
        edited(before, NodeChanges.set(root(before), NodePath.of("spec"), List.of(keys), FALSE)));
  }

  private static void assertRemoved(String before, String after, NodePath path) {
    assertRemoved(before, after, path, "");
  }

  private static void assertRemoved(String before, String after, NodePath path, String head) {
    String text = head + before;
    assertEquals(head + after, edited(text, NodeChanges.remove(root(text), path)));
  }

  private static void assertRefused(String reason, String text, NodePath path) {
    assertEquals(reason, reason(NodeChanges.set(root(text), path, List.of(), FALSE)));
  }

  private static YamlMapping root(String text) {
    List<Object> mistakes = new ArrayList<>();
    YamlFile file =
        YamlReader.withDefaultLimits().read(SourceFile.of("a.yaml", text), mistakes::add);
    assertEquals(List.of(), mistakes);
    return (YamlMapping) file.documents().get(0).root();
  }

  static String edited(String text, TextChange change) {
    return change.match(
        edits -> {
          StringBuilder out = new StringBuilder(text);
          for (Fix.Edit edit : edits) {
            out.replace(edit.range().start(), edit.range().end(), edit.text());
          }
          return out.toString();
        },
        reason -> "refused: " + reason);
  }

  private static String reason(TextChange change) {
    return change.match(edits -> "edits: " + edits, reason -> reason);
  }
}
