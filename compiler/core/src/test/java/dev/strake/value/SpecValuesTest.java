package dev.strake.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that only a spec has: what is just one, and what is just none any more. */
class SpecValuesTest {

  private static void assertGood(Function<String, ? extends Parsed<?>> parse, String... texts) {
    for (String text : texts) {
      assertEquals(text, parse.apply(text).orThrow().toString());
    }
  }

  private static void assertBad(Function<String, ? extends Parsed<?>> parse, String... texts) {
    for (String text : texts) {
      assertInstanceOf(Parsed.Bad.class, parse.apply(text), text);
    }
  }

  private static <T> String help(Parsed<T> parsed) {
    String help = parsed.match(ok -> "", Parsed.Bad::help);
    return String.valueOf(help);
  }

  @Test
  void portRangesHaveTwoPortsInOrder() {
    assertGood(PortRange::parse, "30000-32767", "1-65535", "80-80");
    assertBad(PortRange::parse, "", "80", "0-80", "80-65536", "80-", "-80", "1-2-3", "30000+2767");
    assertEquals("write 80-90", help(PortRange.parse("90-80")));
    PortRange range = PortRange.parse("30000-32767").orThrow();
    assertEquals(2768, range.size());
    assertTrue(range.contains(30000) && range.contains(32767));
    assertFalse(range.contains(29999) || range.contains(32768));
  }

  @Test
  void addressPoolsAreRangesOrBlocks() {
    assertGood(
        AddressPool::parse, "10.0.0.1-10.0.0.1", "10.0.0.1-10.0.1.0", "10.0.0.0/24", "fd00::/64");
    assertBad(
        AddressPool::parse,
        "10.0.0.1",
        "10.0.0.2-10.0.0.1",
        "10.0.0.1-fd00::1",
        "10.0.0.1-10.0.0.256",
        "10.0.0.1/24",
        "10.0.0.1-9");
    AddressPool pool = AddressPool.parse("10.0.0.5-10.0.0.9").orThrow();
    assertTrue(pool.overlaps(AddressPool.parse("10.0.0.9-10.0.0.10").orThrow()));
    assertFalse(pool.overlaps(AddressPool.parse("10.0.0.10-10.0.0.11").orThrow()));
    assertTrue(pool.overlaps(AddressPool.parse("10.0.0.0/24").orThrow()));
    assertFalse(pool.contains(IpAddress.parse("10.0.0.4").orThrow()));
    assertTrue(pool.contains(IpAddress.parse("10.0.0.5").orThrow()));
    assertTrue(pool.contains(IpAddress.parse("10.0.0.9").orThrow()));
  }

  @Test
  void urlsAreHttpsWithoutSecrets() {
    assertGood(
        HttpsUrl::parse,
        "https://a.example.net",
        "https://10.0.0.1:2379",
        "https://[fd00::1]:2379/x",
        "https://example.net/a%20b/v1.0/c.yaml");
    assertBad(
        HttpsUrl::parse,
        "http://example.net",
        "https://",
        "https://example.net:0",
        "https://example.net:65536",
        "https://me:pw@example.net",
        "https://example.net/?q",
        "https://example.net/#f",
        "https://fd00::1",
        "https://example.net/a b",
        "https://example.net/\n",
        "https://example.net/\"");
    assertEquals(
        "example.net:8443", HttpsUrl.parse("https://example.net:8443/x").orThrow().authority());
    assertGood(ChartRepository::parse, "oci://example.net/charts", "https://example.net/charts");
    assertBad(
        ChartRepository::parse, "http://example.net/charts", "oci:/example.net", "example.net");
  }

  @Test
  void imagesHaveARegistryAndATag() {
    String digest = "@sha256:" + "0".repeat(64);
    assertGood(
        ImageReference::parse,
        "registry.k8s.io/pause:3.10.2",
        "registry:5000/a/b-c__d:v1",
        "docker.io/library/nginx" + digest,
        "docker.io/library/nginx:1.0" + digest,
        "localhost/a:1");
    assertBad(
        ImageReference::parse,
        "registry.k8s.io/pause",
        "pause:3.10",
        "library/nginx:1",
        "registry.k8s.io/Pause:1",
        "registry.k8s.io/pause:",
        "registry.k8s.io/pause:" + "a".repeat(129),
        "registry.k8s.io/pause@sha256:00",
        "registry.k8s.io//pause:1");
    assertGood(ImageRepository::parse, "registry.example.net", "registry.example.net/team-a");
    assertBad(
        ImageRepository::parse, "team-a", "registry.example.net/", "registry.example.net/a:1");
    assertGood(RegistryHost::parse, "docker.io", "_default", "registry:5000", "[fd00::1]:5000");
    assertBad(RegistryHost::parse, "docker", "docker.io/library", "https://docker.io", "a.b:x");
  }

  @Test
  void versionsAreOrdered() {
    assertGood(SemanticVersion::parse, "2.3.2", "v3.32.0", "1.0.0-rc.1", "1.0.0+build");
    assertBad(SemanticVersion::parse, "2.3", "2.03.1", "latest", "v1.2.x", "");
    assertTrue(version("2.10.0").compareTo(version("2.9.9")) > 0);
    assertTrue(version("1.0.0-rc.1").compareTo(version("1.0.0")) < 0);
    assertEquals("3.32.0", version("v3.32.0").bare());
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parse(text).orThrow();
  }

  @Test
  void percentagesEndAt100() {
    assertGood(Percentage::parse, "0%", "7.5%", "100%", "100.000%");
    assertBad(Percentage::parse, "100.001%", "101%", "-1%", "5", "5 %", "05%", "%");
    assertGood(EvictionThreshold::parse, "500Mi", "10%", "0");
    assertBad(EvictionThreshold::parse, "-1Mi", "101%", "");
  }

  @Test
  void countsAreAtLeastOne() {
    assertGood(CountOrPercent::parse, "1", "25%", "9999999");
    assertBad(CountOrPercent::parse, "0", "0%", "-1", "1.5", "x", "101%");
    CountOrPercent quarter = CountOrPercent.parse("25%").orThrow();
    assertEquals(1, quarter.of(3));
    assertEquals(1, quarter.of(7));
    assertEquals(2, quarter.of(8));
    assertEquals(3, CountOrPercent.parse("3").orThrow().of(1));
  }

  @Test
  void ethernetAddressesNameOneMachine() {
    assertEquals("52:54:00:ab:cd:ef", MacAddress.parse("52-54-00-AB-CD-EF").orThrow().toString());
    assertBad(MacAddress::parse, "53:54:00:ab:cd:ef", "52:54:00:ab:cd", "52:54:00:ab:cd:eg", "");
  }

  @Test
  void retentionIsPrometheus() {
    assertEquals(15 * 86_400L, RetentionTime.parse("15d").orThrow().seconds());
    assertEquals(90 * 60L, RetentionTime.parse("1h30m").orThrow().seconds());
    assertBad(RetentionTime::parse, "", "15", "30m1h", "1.5d", "0d", "5ms", "15 d");
  }

  @Test
  void datesAreInTheCalendar() {
    assertGood(IsoDate::parse, "2027-06-30", "2028-02-29");
    assertBad(IsoDate::parse, "2027-02-29", "2027-6-30", "30.06.2027", "2027-13-01", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 3 * * *",
        "*/5 0-23/2 1,15 jan-DEC mon",
        "59 23 31 12 6",
        "@daily",
        "0  3 * * ?",
      })
  void cronSchedulesHaveFiveFields(String text) {
    assertEquals(text, CronSchedule.parse(text).orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 3 * *",
        "0 0 3 * * *",
        "60 3 * * *",
        "0 24 * * *",
        "0 3 0 * *",
        "0 3 * 13 *",
        "0 3 * * 7",
        "5-3 * * * *",
        "*/0 * * * *",
        "@reboot",
        "@every 1h",
        "TZ=UTC 0 3 * * *",
        "a * * * *",
        "0,,1 * * * *"
      })
  void otherCronSchedulesAreRefused(String text) {
    assertBad(CronSchedule::parse, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*-*-* 02:00:00",
        "daily",
        "Mon..Fri *-*-* 02:00",
        "Sat,Sunday 04:00",
        "2027-06-30",
        "*-*-01 00:00:00 UTC",
        "*:0/15",
        "12-24 23:59:59"
      })
  void calendarEventsAreSystemds(String text) {
    assertEquals(text, SystemdCalendar.parse(text).orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 3 * * *",
        "*-*-* 24:00:00",
        "*-*-* 02:60:00",
        "*-13-01",
        "*-*-32",
        "Foo *-*-*",
        "02",
        "*-*-* 02:00:00 Europe/Berlin",
        "5..3:00",
        "*:0/0",
        "*-*-* 02:00:00\nExecStart=/bin/sh"
      })
  void otherCalendarEventsAreRefused(String text) {
    assertBad(SystemdCalendar::parse, text);
  }

  @Test
  void hostPatternsCoverOneLabel() {
    HostPattern all = HostPattern.parse("*.example.net").orThrow();
    assertTrue(all.covers(HostPattern.parse("a.example.net").orThrow()));
    assertTrue(all.covers(all));
    assertFalse(all.covers(HostPattern.parse("a.b.example.net").orThrow()));
    assertFalse(all.covers(HostPattern.parse("example.net").orThrow()));
    assertFalse(all.covers(HostPattern.parse("*.a.example.net").orThrow()));
    assertBad(HostPattern::parse, "*", "a.*.net", "*a.net", "");
  }

  @Test
  void pathsToFieldsAreJsonPointers() {
    assertGood(JsonPointer::parse, "/spec", "/spec/template", "/a~1b/c~0d", "/a b");
    assertBad(
        JsonPointer::parse, "", "/", "spec", "spec.template", "/spec/", "//spec", "/a~2b", "/a~");
    assertEquals(
        List.of("spec", "a/b", "c~d", "~1"), new JsonPointer("/spec/a~1b/c~0d/~01").keys());
  }

  @Test
  void namesAreWhatTheirOwnersAllow() {
    assertGood(BucketName::parse, "abc", "a.b-c", "a".repeat(63));
    assertBad(BucketName::parse, "ab", "a".repeat(64), "10.0.0.1", "Abc", "a..b");
    assertGood(SecretKey::parse, "auth_pass", "tls.crt", ".env", "a".repeat(253));
    assertBad(SecretKey::parse, "", ".", "..", "..a", "a/b", "a".repeat(254));
    assertGood(ArgumentName::parse, "shutdown-delay-duration", "v");
    assertBad(ArgumentName::parse, "--v", "v=4", "", "Upper");
    assertGood(EmailAddress::parse, "ops@example.net", "a.b+c@example.net");
    assertBad(EmailAddress::parse, "ops", "@example.net", "a@b@c", "Ops <ops@example.net>");
    assertGood(PolicyId::parse, "resources/memory-limit");
    assertBad(PolicyId::parse, "memory-limit", "a/b/c", "A/b", "a/");
    assertGood(KindName::parse, "DaemonSet", "A");
    assertBad(KindName::parse, "daemonset", "", "Daemon-Set");
    assertGood(RbacName::parse, "system:masters", "a b");
    assertBad(RbacName::parse, "", "..", "a/b", "a%b", "a\nb");
    assertGood(PodSecurityVersion::parse, "latest", "v1.36");
    assertBad(PodSecurityVersion::parse, "v1.36.4", "1.36", "v1.036");
    assertGood(EvictionSignal::parse, "memory.available", "nodefs.inodesFree");
    assertBad(EvictionSignal::parse, "memory.free", "");
    assertGood(
        ProvisionerName::parse, "rook-ceph.rbd.csi.ceph.com", "kubernetes.io/no-provisioner");
    assertBad(ProvisionerName::parse, "", "a/b/c");
    assertGood(GroupVersion::parse, "v1", "apps/v1", "a.io/v1beta2");
    assertBad(GroupVersion::parse, "apps", "apps/v1/x", "v0", "/v1");
    assertGood(ResourceType::parse, "secrets", "deployments.apps", "*.*", "*.apps");
    assertBad(ResourceType::parse, "", "Secrets", "*", "a/b");
    assertGood(ChartName::parse, "velero", "team/velero");
    assertBad(ChartName::parse, "", "Velero", "a//b", "../a");
    assertGood(OsVersion::parse, "24.04", "12");
    assertBad(OsVersion::parse, "noble", "24.", "");
    assertGood(DebRevision::parse, "1.1", "00");
    assertBad(DebRevision::parse, "", "1-1", "1;id");
    assertGood(Sentence::parse, "reads the host's network counters");
    assertBad(Sentence::parse, "", "  ", "a\nb", "a".repeat(501));
  }
}
