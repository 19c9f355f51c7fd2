package dev.strake.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckedExpressionTest {

  private static final String OBJECT =
      """
      whole: 3
      half: 1.5
      yes: yes
      text: abc
      nothing: null
      list: [3, 1, 2]
      mixed: [1, 1.5]
      nested: {a: {b: null}}
      """;

  private static CelResult evaluate(String text) {
    return evaluate(text, CelValue.of(yaml(OBJECT)));
  }

  private static CelResult evaluate(String text, CelValue object) {
    byte[] bytes =
        ExpressionCompiler.withVariables(List.of("object"))
            .compile(text, CelType.ANY)
            .orThrow()
            .toBytes();
    return CheckedExpression.fromBytes(bytes).evaluate(CelBindings.of(Map.of("object", object)));
  }

  private static YamlNode yaml(String text) {
    return YamlReader.withDefaultLimits()
        .read(SourceFile.of("object.yaml", text), d -> {})
        .documents()
        .get(0)
        .root();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.whole == 3",
        "object.whole < 3.5",
        "object.half == 1.5",
        "object['true']",
        "object.nothing == null",
        "has(object.nothing)",
        "!has(object.absent)",
        "!object.?absent.?deeper.hasValue()",
        "object.?text.orValue('x') == 'abc'",
        "object.absent == 1 || true",
        "object.list.all(i, i > 0)",
        "object.list.map(i, string(i)).join('-') == '3-1-2'",
        // quantity
        "quantity('1Ki') == quantity('1024')",
        "quantity('1k').isLessThan(quantity('1Ki'))",
        "quantity('1.5Gi').isGreaterThan(quantity('1500M'))",
        "quantity('100m').add(quantity('0.9')) == quantity('1')",
        "quantity('1').sub(2).sign() == -1",
        "quantity('1e3').asInteger() == 1000",
        "quantity('12E') == quantity('12e18')",
        "!quantity('1.5').isInteger()",
        "quantity('50k').compareTo(quantity('50000')) == 0",
        "isQuantity('-1.5Mi') && isQuantity('.5') && isQuantity('5.') && isQuantity('0')",
        "!isQuantity('') && !isQuantity('1mi') && !isQuantity('1 Gi') && !isQuantity('Gi')",
        "quantity('1n').isGreaterThan(quantity('0')) && quantity('0.1n') == quantity('1n')",
        // regex
        "'abc 123 de 4'.find('[0-9]+') == '123'",
        "'abc'.find('[0-9]+') == ''",
        "'1 2 3'.findAll('[0-9]') == ['1', '2', '3']",
        "'1 2 3'.findAll('[0-9]', 2) == ['1', '2']",
        // lists
        "object.list.min() == 1 && object.list.max() == 3",
        "!object.list.isSorted() && [1, 2, 2].isSorted() && ['a', 'b'].isSorted()",
        "object.list.indexOf(2) == 2 && [1, 2, 1].lastIndexOf(1) == 2 && [1].indexOf(7) == -1",
        "object.mixed.isSorted()",
      })
  void isTrue(String expression) {
    assertEquals(new CelResult.Bool(true), evaluate(expression));
  }

  @Test
  void failuresAreValuesWithAReason() {
    assertEquals(
        new CelResult.Failure("key 'absent' is not present in map"),
        evaluate("object.absent == 1"));
    assertEquals(
        new CelResult.Failure("\"lots\" is not a quantity"), evaluate("quantity('lots').sign()"));
    assertEquals(
        new CelResult.Failure("\"[\" is not a regular expression"), evaluate("'a'.find('[')"));
    assertInstanceOf(CelResult.Failure.class, evaluate("object.text + 1"));
    assertInstanceOf(CelResult.Failure.class, evaluate("[].min()"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.list.?name.orValue('none') == 'none'",
        "object.text.?name.hasValue()",
        "dyn(null).?name.hasValue()",
        "object.?nested.?a.?b.?c.?d.?e.hasValue() || object.?list.?name.hasValue()",
      })
  void fieldsAreSelectedOfMapsAlone(String expression) {
    CelResult.Failure failure = assertInstanceOf(CelResult.Failure.class, evaluate(expression));
    assertTrue(failure.reason().contains("elections must be performed on"), failure.reason());
  }

  @Test
  void whatIsNotThereHasNoFields() {
    CelValue object = CelValue.of(yaml("a: {b: {c: 1}}\ntext: t"));
    assertEquals(new CelResult.Bool(true), evaluate("object.?a.?b.?c.orValue(0) == 1", object));
    assertEquals(new CelResult.Bool(true), evaluate("!object.?x.?b.?c.hasValue()", object));
    assertEquals(
        new CelResult.Bool(true), evaluate("optional.of(object).?text.value() == 't'", object));
    assertEquals(
        new CelResult.Bool(true),
        evaluate("[object].all(each, each.?a.?b == optional.of({'c': 1}))", object));
  }

  @Test
  void theReasonIsTheFirstFailuresOwn() {
    CelValue object = CelValue.of(yaml("words: [null, sh]"));
    assertEquals(
        new CelResult.Failure(
            "No matching overload for function 'matches'. Overload candidates: matches_string"),
        evaluate(
            "!object.words.exists(word, word.matches('^su$') || word.matches('^sudo$'))", object));
  }

  @Test
  void anEndlessComprehensionEnds() {
    String loop =
        "object.l.all(a, object.l.all(b, object.l.all(c, object.l.all(d, a + b + c + d >= 0))))";
    CelValue object = CelValue.of(yaml("l: [" + "1, ".repeat(99) + "1]"));
    assertInstanceOf(CelResult.Failure.class, evaluate(loop, object));
  }

  @Test
  void fieldsOfAnObjectThatAreNullAreAbsent() {
    CelValue object = CelValue.ofObject(yaml(OBJECT));
    assertEquals(new CelResult.Bool(false), evaluate("has(object.nothing)", object));
    assertEquals(new CelResult.Bool(false), evaluate("has(object.nested.a.b)", object));
  }

  @Test
  void textsAndOtherValuesComeBack() {
    assertEquals(new CelResult.Text("abc!"), evaluate("object.text + '!'"));
    CelValue list = evaluate("object.list").valueOr(failure -> CelValue.NULL);
    assertEquals(new CelResult.Bool(true), evaluate("object == [3, 1, 2]", list));
  }
}
