package dev.strake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static void good(Function<String, @Nullable String> rule, String... texts) {
    for (String text : texts) {
      assertNull(rule.apply(text), text);
    }
  }

  private static void bad(Function<String, @Nullable String> rule, String... texts) {
    for (String text : texts) {
      assertNotNull(rule.apply(text), text);
    }
  }

  @Test
  void portsHaveShortNamesWithALetter() {
    good(Texts::portNameProblem, "a", "8a", "http-2", "abcdefghijklmno");
    bad(
        Texts::portNameProblem,
        "",
        "80",
        "abcdefghijklmnop",
        "a--b",
        "-a",
        "a-",
        "A",
        "a.b",
        "a_b");
  }

  @Test
  void keysOfConfigMapsAreFileNames() {
    good(
        Texts::configKeyProblem,
        "a",
        ".a",
        "...a".substring(2),
        "A_b-c.d",
        "a..b",
        "x".repeat(253));
    bad(Texts::configKeyProblem, "", ".", "..", "..a", "a/b", "a b", "x".repeat(254));
  }

  @Test
  void variablesAreRelaxedSince132() {
    ApiContext old = ApiContext.ofMinor(31);
    ApiContext relaxed = ApiContext.ofMinor(32);
    good(text -> Texts.envNameProblem(text, old), "A", "_", "a.b-c", "A1");
    bad(text -> Texts.envNameProblem(text, old), "", "1A", "A B", "A=B", "..", ".", "..a");
    good(text -> Texts.envNameProblem(text, relaxed), "1A", "A B", "..", "~", " ");
    bad(text -> Texts.envNameProblem(text, relaxed), "", "A=B", "Ä", "a\tb", "\u007f");
  }

  @Test
  void domainsWithAPath() {
    good(Texts::prefixedPathProblem, "example.org/a", "a/b/c", "x/%41");
    bad(
        Texts::prefixedPathProblem,
        "",
        "example.org",
        "/a",
        "example.org/",
        "Example.org/a",
        "a/b c");
  }

  @Test
  void domainsToSearchMayHaveUnderscoresSince133() {
    good(
        text -> Texts.searchDomainProblem(text, ApiContext.ofMinor(33)), "_tcp.example.org", "a_b");
    bad(
        text -> Texts.searchDomainProblem(text, ApiContext.ofMinor(33)),
        "",
        "a_",
        "__a",
        "a..b",
        "-a",
        "x".repeat(254));
    bad(text -> Texts.searchDomainProblem(text, ApiContext.ofMinor(32)), "_tcp.example.org");
  }

  @Test
  void labelsThatStartWithALetter() {
    good(Texts::dns1035Problem, "a", "a-1", "a".repeat(63));
    bad(Texts::dns1035Problem, "", "1a", "a-", "A", "a.b", "a".repeat(64));
  }

  @Test
  void driversMayHaveUpperCase() {
    good(Texts::driverProblem, "a", "Ebs.csi.aws.com", "a".repeat(63));
    bad(Texts::driverProblem, "", "a_b", "a".repeat(64));
  }

  @Test
  void sysctls() {
    good(Texts::sysctlProblem, "net.core.somaxconn", "net/core/somaxconn", "a_b.c-d");
    bad(Texts::sysctlProblem, "", "net..core", "net.", ".net", "Net.core", "_a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0%", "100%", "00001%", "999999999999%"})
  void percentages(String text) {
    assertEquals(true, Texts.isPercent(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "1", "-1%", "1.5%", "1 %", "1%%", "+1%"})
  void noPercentages(String text) {
    assertEquals(false, Texts.isPercent(text));
  }

  @Test
  void lengthsCountBytesAsGoDoes() {
    assertEquals(2, Texts.bytes("ä"));
    assertEquals(4, Texts.bytes("🚀"));
  }
}
