package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.cel.ExpressionCost;
import dev.strake.cel.SchemaType;
import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCostTest {

  private static SchemaType type(String schema) {
    String object = "apiVersion: v1\nkind: A\nmetadata: {name: a}\nschema: " + schema + "\n";
    Manifest manifest =
        YamlReader.withDefaultLimits()
            .read(SourceFile.of("schema.yaml", object), finding -> {})
            .documents()
            .stream()
            .flatMap(document -> Manifest.of(document.root(), null).stream())
            .findFirst()
            .orElseThrow();
    Cursor cursor = Cursor.of(manifest, finding -> {}).field("schema");
    SchemaType type = SchemaShapes.of(cursor, false);
    assertNotNull(type, schema);
    return type;
  }

  private static long cost(String schema, String rule) {
    SchemaType self = type(schema);
    CheckedExpression checked =
        ExpressionCompiler.ofSchema(self, false, 36).compile(rule, CelType.BOOLEAN).orThrow();
    return ExpressionCost.most(checked, self);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/api/rule-costs.tsv", delimiter = '\t', quoteCharacter = '\0')
  void costsAreWhatAServerEstimates(String schema, String rule, long cost) {
    assertEquals(cost, cost(schema, rule), schema + " " + rule);
  }

  /** What nothing bounds costs more than any budget, and never less than nothing. */
  @Test
  void aCostNeverOverflows() {
    String lists =
        "{type: array, items: {type: array, items: {type: array, items: {type: string}}}}";
    String nested =
        "self.all(a, a.all(b, b.all(c, a.all(d, d.all(e, b.all(f, f == c && e == f))))))";
    assertEquals(Long.MAX_VALUE, cost(lists, nested));
  }

  static Stream<List<String>> mistakes() {
    return Stream.of(
        List.of("{type: object, properties: {a: {type: string}}}", "self.b == 'x'"),
        List.of("{type: object, properties: {a: {type: string}}}", "self.a == 1"),
        List.of("{type: string}", "self + 'a'"),
        List.of("{x-kubernetes-int-or-string: true}", "self"),
        List.of("{type: array, items: {type: integer}}", "self.all(x, x.startsWith('a'))"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatDoesNotFitTheSchemaIsNoRule(List<String> mistake) {
    boolean compiles =
        ExpressionCompiler.ofSchema(type(mistake.get(0)), false, 36)
            .compile(mistake.get(1), CelType.BOOLEAN)
            .match(made -> true, problems -> false);
    assertEquals(false, compiles, mistake.get(1));
  }
}
