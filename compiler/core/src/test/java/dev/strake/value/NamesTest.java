package dev.strake.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static boolean isBad(Parsed<?> parsed) {
    return parsed instanceof Parsed.Bad;
  }

  @Test
  void labelsEndAt63Characters() {
    assertEquals("a".repeat(63), DnsLabel.parse("a".repeat(63)).orThrow().toString());
    assertTrue(isBad(DnsLabel.parse("a".repeat(64))));
    assertEquals("1a-b", DnsLabel.parse("1a-b").orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a.b", "a_b", "ä", "a b", "a\n", "$(x)", "..", "'"})
  void otherLabelsAreRefused(String text) {
    assertTrue(isBad(DnsLabel.parse(text)));
    assertThrows(IllegalArgumentException.class, () -> new DnsLabel(text));
  }

  @Test
  void theReasonNamesTheGuiltyCharacter() {
    assertEquals(
        "a DNS label: it has 'P', and only lower-case letters, digits and '-' are allowed",
        DnsLabel.parse("my-Prod").match(ok -> "", Parsed.Bad::reason));
    assertEquals(
        "a DNS label: it ends with '-'", DnsLabel.parse("a-").match(ok -> "", Parsed.Bad::reason));
    assertTrue(DnsLabel.parse("a\nb").match(ok -> "", Parsed.Bad::reason).contains("it has '\\n'"));
  }

  @Test
  void subdomainsEndAt253Characters() {
    String longest = "a".repeat(251) + ".b";
    assertEquals(longest, DnsSubdomain.parse(longest).orThrow().toString());
    assertTrue(isBad(DnsSubdomain.parse("a" + longest)));
    assertTrue(isBad(DnsSubdomain.parse("a..b")));
    assertTrue(isBad(DnsSubdomain.parse(".a")));
    assertTrue(isBad(DnsSubdomain.parse("a-.b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"app", "example.org/App_1", "a.b-c_D", "node-role.kubernetes.io/x"})
  void labelKeysMayHaveADnsPrefix(String text) {
    assertEquals(text, LabelKey.parse(text).orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a/b/c", "Example.org/a", "-a", "a.", "a b", "a/b\n"})
  void otherLabelKeysAreRefused(String text) {
    assertTrue(isBad(LabelKey.parse(text)));
  }

  @Test
  void labelValuesMayBeEmpty() {
    assertEquals("", LabelValue.parse("").orThrow().toString());
    assertEquals("1.10", LabelValue.parse("1.10").orThrow().toString());
    assertTrue(isBad(LabelValue.parse("a/b")));
    assertTrue(isBad(LabelValue.parse("a".repeat(64))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cpu",
        "memory",
        "ephemeral-storage",
        "requests.cpu",
        "hugepages-2Mi",
        "requests.hugepages-1Gi",
        "example.org/gpu",
        "count/deployments.apps",
        "fast.storageclass.storage.k8s.io/requests.storage"
      })
  void resourcesAreKnownOrHaveAPrefix(String text) {
    assertEquals(text, ResourceName.parse(text).orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cpus", "Memory", "hugepages-", "gpu", "requests.pods", "a b"})
  void otherResourcesAreRefused(String text) {
    assertTrue(isBad(ResourceName.parse(text)));
  }

  @Test
  void portsGoFrom1To65535() {
    assertEquals(1, Port.parse("1").orThrow().number());
    assertEquals(65535, Port.parse("65535").orThrow().number());
    for (String text :
        new String[] {"0", "65536", "-1", "+1", "080", "", "1.0", "99999999999", "١"}) {
      assertInstanceOf(Parsed.Bad.class, Port.parse(text), text);
    }
  }

  @Test
  void versionsNeedTheirPatch() {
    KubernetesVersion version = KubernetesVersion.parse("v1.36.4").orThrow();
    assertEquals("v1.36.4", version.toString());
    assertEquals("v1.36", version.minorText());
    assertTrue(version.compareTo(KubernetesVersion.parse("v1.9.10").orThrow()) > 0);
    assertTrue(version.compareTo(KubernetesVersion.parse("v1.36.10").orThrow()) < 0);
    for (String text :
        new String[] {"v1.36", "1.36.4", "v1.36.04", "v1.36.4-rc.1", "v1.36.x", ""}) {
      assertTrue(isBad(KubernetesVersion.parse(text)), text);
    }
    assertEquals(
        "write v1.36.4", KubernetesVersion.parse("1.36.4").match(ok -> "", Parsed.Bad::help));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1ns, 1",
    "1us, 1000",
    "1µs, 1000",
    "1ms, 1000000",
    "1s, 1000000000",
    "1m, 60000000000",
    "1h30m, 5400000000000",
    "-1.5s, -1500000000",
    "+5s, 5000000000",
    "1.h, 3600000000000",
    ".5s, 500000000",
    "1s1s, 2000000000",
    "0.9ns, 0",
    "9223372036854775807ns, 9223372036854775807",
    "-9223372036854775808ns, -9223372036854775808"
  })
  void durationsAreGos(String text, long nanos) {
    assertEquals(nanos, GoDuration.parse(text).orThrow().nanos());
    assertEquals(text, GoDuration.parse(text).orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "1",
        "1d",
        "1 s",
        "1S",
        "s",
        ".s",
        "1h-5m",
        "9223372036854775808ns",
        "300000h1000000h9999999h",
        "1e3s",
        "1,5s"
      })
  void otherDurationsAreRefused(String text) {
    assertTrue(isBad(GoDuration.parse(text)), text);
  }

  @Test
  void daysAreTranslated() {
    assertEquals("write 360h", GoDuration.parse("15d").match(ok -> "", Parsed.Bad::help));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/var/lib/etcd", "/a b/$(c)'d", "/a/...", "/a/", "/ä"})
  void absolutePathsMayBeStrange(String text) {
    assertEquals(text, AbsolutePath.parse(text).orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "./a", "/..", "/a/../b", "/a/..", "/a\nb", "/a\u0000", "/a/./b"})
  void absolutePathsDoNotClimb(String text) {
    assertTrue(isBad(AbsolutePath.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "../a", "a/../../b", "a\\b", "a\nb", ".."})
  void relativePathsStayInside(String text) {
    assertTrue(isBad(RelativePath.parse(text)));
  }

  @Test
  void interfacesHave15Characters() {
    assertEquals("enp0s31f6.100@a", InterfaceName.parse("enp0s31f6.100@a").orThrow().toString());
    for (String text :
        new String[] {"", "a".repeat(16), "..", "a/b", "a b", "eth0;id", "a\n", "-rf"}) {
      assertTrue(isBad(InterfaceName.parse(text)), text);
    }
  }

  @Test
  void messagesAbbreviateAndEscape() {
    assertEquals("\"a\\nb\"", Quoted.of("a\nb"));
    assertEquals(80 + 3, Quoted.of("x".repeat(10_000_000)).length());
    assertEquals("\"\\u202e\\u001b\"", Quoted.of("\u202e\u001b"));
  }
}
