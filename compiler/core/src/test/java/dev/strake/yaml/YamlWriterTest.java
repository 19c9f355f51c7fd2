package dev.strake.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlWriterTest {

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "on",
          "No",
          "y",
          "~",
          "null",
          "0o14",
          "0777",
          "1_000",
          "0x1F",
          "1e3",
          ".5",
          "+1",
          "-",
          "--",
          "---",
          "--- a",
          "...",
          "- a",
          "-a",
          "? a",
          ": a",
          "a: b",
          "a:",
          "a #b",
          "#",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "'",
          "\"",
          "%a",
          "@a",
          "`",
          "{}",
          "[]",
          "{{ x }}",
          "<<",
          "=",
          "1:30",
          "2001-01-01",
          " a",
          "a ",
          "\t",
          "a\tb",
          "\ta",
          "a\t",
          "\n",
          "\n\n",
          "a\n",
          "a\n\n",
          "\na",
          " a\nb",
          "a\n b\n",
          "a \nb",
          "a\n\n\nb\n",
          "a\n---\nb\n",
          "#a\nb",
          "a\r\nb",
          "\r",
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "a\u0085b\nc",
          "\u00a0",
          "\u2028",
          "a\u2029b",
          "\uFEFF",
          "a\uFEFFb",
          "\uFFFE",
          "\uFFFF",
          "é",
          "日本\n語",
          "😀",
          "\\",
          "\\n",
          "a\\",
          "$(id)",
          "${x}",
          "NaN",
          ".nan",
          ".inf",
          "-.Inf",
          "9223372036854775808",
          "1.0",
          "12e",
          "0b1",
          "0b2",
          "--v=2");

  @Example
  void looksLikeKubectl() {
    Map<String, Object> port = tree("name", "http", "port", 80);
    Map<String, Object> object =
        tree(
            "apiVersion",
            "v1",
            "metadata",
            tree("name", "a", "labels", tree()),
            "spec",
            tree("ports", List.of(port, tree()), "args", List.of("--v=2", List.of(1, "1"))),
            "script",
            "set -e\n\nrun 'x'\n",
            "cut",
            "one\n  two",
            "quoted",
            Arrays.asList("yes", "8080", null, true, 1.5));
    assertEquals(
        """
        apiVersion: v1
        metadata:
          name: a
          labels: {}
        spec:
          ports:
          - name: http
            port: 80
          - {}
          args:
          - --v=2
          - - 1
            - "1"
        script: |
          set -e

          run 'x'
        cut: |-
          one
            two
        quoted:
        - "yes"
        - "8080"
        - null
        - true
        - 1.5
        """,
        YamlWriter.write(object));
  }

  @Example
  void documentsAreSeparated() {
    assertEquals("a: 1\n---\nb: 2\n", YamlWriter.writeAll(List.of(tree("a", 1), tree("b", 2))));
  }

  @Example
  void halfOfASurrogatePairBecomesTheReplacementCharacter() {
    assertEquals("\"a\uFFFD\"\n", YamlWriter.write("a\ud800"));
  }

  @Example
  void refusesWhatJsonLacks() {
    assertThrows(IllegalArgumentException.class, () -> YamlWriter.write(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> YamlWriter.write(Map.of(1, 2)));
    assertThrows(IllegalArgumentException.class, () -> YamlWriter.write(new Object()));
  }

  @Example
  void everyHostileStringSurvivesAsKeyAndValueAndItem() {
    for (String text : HOSTILE) {
      assertReadsBack(tree("x", text));
      assertReadsBack(tree(text, text, text + "2", List.of(text)));
      assertReadsBack(List.of(text, List.of(text), tree(text, tree(text, text))));
    }
  }

  @Example
  void longKeysSurvive() {
    String key = "k\n".repeat(2000);
    assertReadsBack(tree(key, tree(key, List.of(tree(key, 1, "b", List.of(2)), key)), "z", 1));
  }

  @Property(tries = 2000)
  void everyTreeSurvives(@ForAll("trees") Object tree) {
    assertReadsBack(tree);
  }

  @Provide
  Arbitrary<Object> trees() {
    return trees(4);
  }

  private static Arbitrary<Object> trees(int depth) {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            strings().map(s -> s),
            Arbitraries.longs().map(n -> n),
            Arbitraries.doubles().map(d -> d),
            Arbitraries.of(true, false).map(b -> b),
            Arbitraries.just((Object) null));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Object> child = Arbitraries.lazy(() -> trees(depth - 1));
    return Arbitraries.oneOf(
        leaf,
        child.list().ofMaxSize(4).map(l -> l),
        Arbitraries.maps(strings(), child).ofMaxSize(4).map(LinkedHashMap::new));
  }

  private static Arbitrary<String> strings() {
    Arbitrary<String> unicode =
        Arbitraries.strings()
            .all()
            .ofMaxLength(12)
            .filter(s -> s.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    Arbitrary<String> syntax =
        Arbitraries.strings()
            .withChars(" \t\n\r-:#?|>'\"\\,[]{}&*!%@`~=<.+_019aexonNf\u0085\u2028\uFEFF")
            .ofMaxLength(10);
    return Arbitraries.oneOf(Arbitraries.of(HOSTILE), syntax, unicode);
  }

  private static void assertReadsBack(Object tree) {
    String text = YamlWriter.writeAll(Arrays.asList(Map.of("t", box(tree)), tree("end", 1)));
    List<Diagnostic> findings = new ArrayList<>();
    YamlFile file =
        YamlReader.withDefaultLimits().read(SourceFile.of("a.yaml", text), findings::add);
    assertEquals(List.of(), findings, text);
    assertEquals(2, file.documents().size(), text);
    YamlNode root = ((YamlMapping) file.documents().get(0).root()).get("t").orElseThrow();
    assertEquals(normal(box(tree)), value(root), text);
  }

  private static Object box(Object tree) {
    return Arrays.asList(tree, tree("deep", tree));
  }

  private static Object value(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.entries().forEach(e -> map.put(e.name(), value(e.value())));
      return new ArrayList<>(map.entrySet());
    }
    if (node instanceof YamlSequence list) {
      return List.of("list", list.items().stream().map(YamlWriterTest::value).toList());
    }
    YamlScalar scalar = (YamlScalar) node;
    return scalar.type() + " " + scalar.value();
  }

  /** In the same words as {@link #value}: entries keep their order. */
  private static Object normal(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      map.forEach((k, v) -> entries.put(k, normal(v)));
      return new ArrayList<>(entries.entrySet());
    }
    if (tree instanceof List<?> list) {
      return List.of("list", list.stream().map(YamlWriterTest::normal).toList());
    }
    if (tree instanceof Double d) {
      return number(d);
    }
    if (tree instanceof Number) {
      return "INTEGER " + tree;
    }
    return tree == null
        ? "NULL null"
        : tree instanceof Boolean ? "BOOLEAN " + tree : "STRING " + tree;
  }

  private static String number(double d) {
    boolean whole = d == Math.rint(d) && Math.abs(d) < 0x1p63;
    return whole ? "INTEGER " + (long) d : "FLOAT " + GoNumbers.json(d);
  }

  private static Map<String, Object> tree(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
