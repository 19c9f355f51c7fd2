package dev.strake.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  private static Quantity q(String text) {
    return Quantity.parse(text).orThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0Gi, 0",
    "1, 1",
    "+1, 1",
    "-1.5, -1500m",
    "0.5, 500m",
    "1500m, 1500m",
    "1000m, 1",
    "1000, 1k",
    "1500, 1500",
    "1e3, 1e3",
    "1E3, 1e3",
    "12e4, 120e3",
    "1e-3, 1e-3",
    "100k, 100k",
    "1000k, 1M",
    "1000E, 1e21",
    "1024Ki, 1Mi",
    "1536Mi, 1536Mi",
    "1.5Gi, 1536Mi",
    "0.5Ki, 512",
    "1023, 1023",
    "1Ki, 1Ki",
    "0.0005Ki, 512m",
    "1n, 1n",
    "0.1n, 1n",
    "1u, 1u",
    "1., 1",
    ".5, 500m",
    "8Ei, 9223372036854775807",
    "-9Ei, -9223372036854775807",
    "1E, 1E",
    "1e18, 1e18",
  })
  void canonicalFormsAreKubernetes(String text, String canonical) {
    assertEquals(canonical, q(text).canonical());
  }

  @Test
  void theTextStaysAsWritten() {
    assertEquals("0.50", q("0.50").toString());
    assertEquals("1024Ki", q("1024Ki").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000",
    "500m, 500",
    "1m, 1",
    "1u, 1",
    "1.0001, 1001",
    "-1.0001, -1001",
    "0, 0",
    "1n, 1",
    "9Ei, 9223372036854775807"
  })
  void thousandthsAreRoundedAwayFromZero(String text, long milli) {
    assertEquals(milli, q(text).milliValue());
  }

  @ParameterizedTest
  @CsvSource({"100m, 1", "1100m, 2", "64Gi, 68719476736", "-100m, -1"})
  void unitsAreRoundedAwayFromZero(String text, long value) {
    assertEquals(value, q(text).value());
  }

  @Test
  void equalAmountsAreEqualWhateverTheirText() {
    assertEquals(q("1"), q("1000m"));
    assertEquals(q("1Ki").hashCode(), q("1024").hashCode());
    assertTrue(q("1Gi").compareTo(q("1G")) > 0);
    assertTrue(q("999m").compareTo(q("1")) < 0);
  }

  @Test
  void sumsTakeTheFormatOfTheFirstThatIsNotZero() {
    assertEquals("6Gi", q("4Gi").plus(q("2Gi")).toString());
    assertEquals("6Gi", Quantity.ZERO.plus(q("6Gi")).toString());
    assertEquals("1500m", q("1").plus(q("500m")).toString());
    assertEquals("58Gi", q("64Gi").minus(q("4Gi")).minus(q("2Gi")).toString());
    assertEquals(new BigDecimal("0"), q("1").minus(q("1")).amount());
    assertEquals("6", q("2").times(3).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Gi",
        "m",
        "1 Gi",
        "1K",
        "1gi",
        "1GiB",
        "1mm",
        "--1",
        "1-",
        "0x1",
        "1e",
        "1e1.5",
        "1_000",
        "1,5",
        "１",
        "1Gi\n",
        "e3",
        ".",
        "+",
        "1e100",
        "1e-100",
        "1e99999999999999999999"
      })
  void othersAreRefused(String text) {
    assertInstanceOf(Parsed.Bad.class, Quantity.parse(text));
  }

  @Test
  void longTextsAreRefusedQuickly() {
    assertInstanceOf(Parsed.Bad.class, Quantity.parse("9".repeat(10_000_000)));
  }

  @ParameterizedTest
  @CsvSource({"1K, write 1k", "2GB, write 2G", "64GiB, write 64Gi", "64 Gi, write 64Gi"})
  void helpSaysWhatWasMeant(String text, String help) {
    assertEquals(help, Quantity.parse(text).match(ok -> "", Parsed.Bad::help));
  }
}
