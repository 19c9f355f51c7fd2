package dev.strake.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.report.Coverage;
import dev.strake.report.Findings;
import dev.strake.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no baseline: {@code policy/baseline-invalid}, or what the YAML reader says. */
class BaselineReaderTest {

  private static final String GOOD =
      Baseline.text(
          Findings.of(
              List.of(
                  Diagnostic.of(Code.error("rbac/x"), SourceFile.of("a.yaml", "a").range(0, 1), "m")
                      .withPath("/rules")
                      .withObject(new ObjectRef("v1", "Role", "shop", "web"))),
              new Coverage(1, 1, 1, 0, 0, 0)));

  private static String first(String text) {
    Checked<Baseline> read = BaselineReader.read(SourceFile.of("known.json", text));
    assertTrue(read.asOptional().isEmpty(), "it was read: " + text);
    return read.diagnostics().get(0).toString();
  }

  @Test
  void whatIsWrittenIsRead() {
    assertTrue(BaselineReader.read(SourceFile.of("known.json", GOOD)).asOptional().isPresent());
  }

  /**
   * Each takes one thing of a good file away, or puts one thing in.
   *
   * @param place where the finding begins: the text there, after the change
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"version\":1' | '\"version\":2' | '2,' | this is no baseline of version 1",
        "'\"version\":1' | '\"version\":\"1.0\"' | '\"1.0' | this is no baseline of version 1",
        "'\"version\":1,' | '' | '{\"findings' | this is no baseline of version 1",
        "'\"code\":\"rbac/x\",' | '' | '{\"finger' | the entry has no code",
        "'\"rbac/x\"' | '\"rbac\"' | '\"rbac\"' | \"rbac\" is not the code of a finding",
        "'\"occurrence\":1' | '\"occurrence\":\"1\"' | '\"1\"' | occurrence must be a number",
        "'\"occurrence\":1' | '\"occurrence\":0' | '0}' | occurrence must be a number",
        "'\"occurrence\":1' | '\"occurrence\":1.0' | '1.0' | occurrence must be a number",
        "'\"message\":\"m\"' | '\"message\":null' | 'null' | message must be a string",
        "'\"message\":\"m\"' | '\"message\":\"n\"' | DIGEST | the fingerprint is not that of what the entry says",
        "'\"file\":\"a.yaml\"' | '\"file\":\"b.yaml\"' | DIGEST | the fingerprint is not that of what the entry says",
        "'\"name\":\"web\"' | '\"name\":\"db\"' | DIGEST | the fingerprint is not that of what the entry says",
        "'\"occurrence\":1' | '\"occurrence\":2' | DIGEST | the fingerprint is not that of what the entry says",
        "'\"name\":\"web\"' | '\"nam\":\"web\"' | '\"nam\"' | a baseline has no field \"nam\"",
        "'\"path\":\"/rules\"' | '\"path\":\"/rules\",\"reason\":\"\"' | '\"reason' | a baseline has no field \"reason\"",
        "']}' | '],\"more\":[]}' | '\"more' | a baseline has no field \"more\"",
        "'\"findings\":[' | '\"findings\":[7,' | '7' | an entry is a mapping, not a number",
      })
  void anyOtherFileIsRefusedAtItsPlace(String from, String to, String place, String message) {
    assertTrue(GOOD.contains(from), GOOD);
    String text = GOOD.replace(from, to);
    int at = text.indexOf(place.equals("DIGEST") ? digest() : place);
    assertTrue(at >= 0, text);
    String before = text.substring(0, at);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = at - before.lastIndexOf('\n');

    assertEquals(
        "known.json:%s:%s error policy/baseline-invalid: %s".formatted(line, column, message),
        first(text));
  }

  private static String digest() {
    return GOOD.replaceFirst("(?s).*\"fingerprint\":(\"[0-9a-f]{64}\").*", "$1");
  }

  @Test
  void anEntryThatIsThereTwiceIsRefused() {
    String entry = GOOD.lines().toList().get(1);

    assertEquals(
        "known.json:3:90 error policy/baseline-invalid: the entry is there twice",
        first(GOOD.replace(entry, entry + ",\n" + entry)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', known.json:1:1 error policy/baseline-invalid: this is no baseline: it is not one mapping",
    "[], known.json:1:1 error policy/baseline-invalid: this is no baseline: it is not one mapping",
    "{\"version\":1}, known.json:1:1 error policy/baseline-invalid: a baseline has a list of findings"
  })
  void soIsOneThatIsNoneAtAll(String text, String said) {
    assertEquals(said, first(text));
  }

  @Test
  void brokenJsonIsRefusedWhereItBreaks() {
    assertEquals(
        "known.json:2:1 error yaml/",
        first("{\"version\":1,\"findings\":[\n").replaceFirst("yaml/.*", "yaml/"));
  }
}
