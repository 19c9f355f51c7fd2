package dev.strake.sync.health.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No byte of a Secret stays, in whatever shape a message quotes it. */
class SecretMaskTest {

  // c3Vyc3VtY29yZGE= is sursumcorda, aGVsbG8geW91Cg== is "hello you" and a line end,
  // eDdx is x7q, Zmlyc3QgcGFydCBvZiBpdApzZWNvbmQgcGFydCBvZiBpdAo= are two lines.
  private static final SecretMask MASK =
      SecretMask.of(
          Yaml.objects(
              """
              apiVersion: v1
              kind: Secret
              metadata: {name: a, namespace: shop}
              data:
                plain: c3Vyc3VtY29yZGE=
                ended: aGVsbG8geW91Cg==
                short: eDdx
                lines: Zmlyc3QgcGFydCBvZiBpdApzZWNvbmQgcGFydCBvZiBpdAo=
                broken: "%%%no-base64"
                wrapped: "d3JhcHBl\\nZCBsaWtlIHRoaXM="
                empty: ""
              stringData:
                quoted: 'say "open\\sesame"'
                number: 424242
              ---
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: b, namespace: shop}
              data: {open: everybody-knows}
              """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password sursumcorda is refused | password *** is refused",
        "'sursumcorda',sursumcordas | ***,***s",
        "got c3Vyc3VtY29yZGE= there | got *** there",
        "got c3Vyc3VtY29yZGE there | got *** there",
        "'hello you' said it | *** said it",
        "aGVsbG8geW91Cg== | ***",
        "pin x7q, x7query, ax7q | pin ***, x7query, ax7q",
        "only the second part of it | only the ***",
        "first part of it\\nsecond part of it\\n | ***",
        "illegal base64 data in %%%no-base64 | illegal base64 data in ***",
        "cannot unmarshal number 424242 into string | cannot unmarshal number *** into string",
        "it is wrapped like this | it is ***",
        "everybody-knows | everybody-knows",
      })
  void aValueIsMasked(String text, String masked) {
    assertEquals(masked.replace("'", ""), MASK.apply(text).replace("'", ""));
  }

  @Test
  void aValueIsMaskedAsItIsAndInQuotes() {
    assertEquals("[***]", MASK.apply("[say \"open\\sesame\"]"));
    assertEquals("\"***\"", MASK.apply("\"say \\\"open\\\\sesame\\\"\""));
  }

  @Test
  void healthIsMaskedInAllItsWords() {
    Health health = new Health(HealthStatus.FAILED, "sursumcorda", "login sursumcorda");
    assertEquals(new Health(HealthStatus.FAILED, "***", "login ***"), MASK.apply(health));
  }

  @Test
  void aLongerValueIsMaskedBeforeAShorterOneInIt() {
    SecretMask mask =
        SecretMask.of(
            Yaml.objects(
                """
                kind: Secret
                apiVersion: v1
                stringData: {user: admin, url: "postgres://admin@db"}
                """));
    assertEquals("*** and ***", mask.apply("postgres://admin@db and admin"));
  }

  @Test
  void theMaskItselfTellsNothing() {
    assertFalse(MASK.toString().contains("sursum"));
    assertEquals("text", SecretMask.NONE.apply("text"));
    assertEquals("", SecretMask.of(List.of()).toString());
  }
}
