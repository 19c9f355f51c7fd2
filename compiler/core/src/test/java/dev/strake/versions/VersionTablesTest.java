package dev.strake.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.OsVersion;
import dev.strake.value.SemanticVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of releases, and that the tables hang together. */
class VersionTablesTest {

  private static final Path TABLES = Path.of("src/main/resources/dev/strake/versions");

  private static KubernetesVersion kubernetes(String text) {
    return KubernetesVersion.parse(text).orThrow();
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parse(text).orThrow();
  }

  private static MinorVersion minor(String text) {
    return MinorVersion.of(text);
  }

  @Test
  void everyTableNamesItsSources() throws IOException {
    try (Stream<Path> tables = Files.list(TABLES)) {
      for (Path table : tables.toList()) {
        String text = Files.readString(table);
        assertTrue(text.startsWith("#") && text.contains("https://"), table.toString());
      }
    }
  }

  @Test
  void minorsOfKubernetesFollowEachOther() {
    List<KubernetesRelease> all = KubernetesReleases.all();
    for (int i = 1; i < all.size(); i++) {
      assertEquals(all.get(i - 1).minor().next(), all.get(i).minor());
      assertTrue(all.get(i - 1).released().isBefore(all.get(i).released()));
      assertTrue(all.get(i - 1).endOfLife().isBefore(all.get(i).endOfLife()));
    }
    for (KubernetesRelease release : all) {
      assertTrue(
          release.released().plusMonths(13).isBefore(release.endOfLife()), release::toString);
      assertTrue(release.kubeadmApis().stream().allMatch(api -> api.matches("v1beta[34]")));
      assertTrue(release.authenticationApi().matches("v1(beta1)?"));
    }
    assertEquals(minor("1.30"), KubernetesReleases.oldest().minor());
    assertEquals(minor("1.37"), KubernetesReleases.newest().minor());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-28, '[1.33, 1.34, 1.35, 1.36]'",
    "2026-06-29, '[1.34, 1.35, 1.36]'",
    "2026-08-25, '[1.34, 1.35, 1.36]'",
    "2026-08-26, '[1.34, 1.35, 1.36, 1.37]'",
  })
  void supportEndsAfterItsLastDay(String day, String supported) {
    List<MinorVersion> minors =
        KubernetesReleases.supported(LocalDate.parse(day)).stream()
            .map(KubernetesRelease::minor)
            .toList();

    assertEquals(supported, minors.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "v1.36.4, 3.6.8-0, v1.14.2, 3.10.2",
    "v1.33.5, 3.5.21-0, v1.12.0, 3.10",
    "v1.33.6, 3.5.24-0, v1.12.0, 3.10",
    "v1.31.0, 3.5.15-0, v1.11.1, 3.10",
    "v1.31.1, 3.5.15-0, v1.11.3, 3.10",
    "v1.37.1, 3.7.0-0, v1.14.6, 3.10.2",
    // Beyond what is known: what is nearest.
    "v1.29.3, 3.5.12-0, v1.11.1, 3.9",
    "v1.40.0, 3.7.0-0, v1.14.6, 3.10.2",
  })
  void imagesGoWithThePatch(String release, String etcd, String coreDns, String pause) {
    KubeadmImages images = KubeadmImages.of(kubernetes(release));

    assertEquals("registry.k8s.io/etcd:" + etcd, images.etcd());
    assertEquals("registry.k8s.io/coredns/coredns:" + coreDns, images.coreDns());
    assertEquals("registry.k8s.io/pause:" + pause, images.pause());
    assertEquals(etcd, images.etcdVersion() + "-0");
  }

  @Test
  void imagesAreInOrderAndEveryMinorHasItsOwn() {
    List<KubernetesVersion> from = KubeadmImages.all().stream().map(KubeadmImages::from).toList();
    List<KubernetesVersion> sorted = new ArrayList<>(from);
    Collections.sort(sorted);

    assertEquals(sorted, from);
    assertEquals(from.size(), new HashSet<>(from).size());
    for (KubernetesRelease release : KubernetesReleases.all()) {
      MinorVersion minor = release.minor();
      assertTrue(from.contains(new KubernetesVersion(minor.major(), minor.minor(), 0)));
    }
  }

  @Test
  void etcdHasAFloorWhereverAnUpgradeCrossesItsMinor() {
    List<KubeadmImages> all = KubeadmImages.all();
    for (int i = 1; i < all.size(); i++) {
      MinorVersion before = MinorVersion.of(all.get(i - 1).etcdVersion());
      MinorVersion after = MinorVersion.of(all.get(i).etcdVersion());
      if (!before.equals(after)) {
        assertEquals(before.next(), after);
        SemanticVersion floor = EtcdUpgrades.floorBefore(after).orElseThrow();
        assertEquals(before, MinorVersion.of(floor));
      }
    }
    assertEquals(Optional.empty(), EtcdUpgrades.floorBefore(minor("3.5")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "ok",
      value = {
        // One patch too old, and the first that will do.
        "1.34, 2.1.2, 2.1.3",
        "1.34, 2.1.3, ok",
        "1.34, 2.0.6, ok",
        "1.34, 1.7.27, 1.7.28",
        // A minor that was left out, though an older one was not.
        "1.35, 2.0.9, 2.1.5",
        "1.35, 1.7.28, ok",
        "1.36, 1.7.33, 2.2.0",
        "1.36, 2.1.9, 2.2.0",
        "1.36, 2.2.0, ok",
        // A pre-release is before its release.
        "1.36, 2.3.0-rc.1, 2.3.0",
        // Newer than all that are listed, and a Kubernetes that is not listed yet.
        "1.30, 2.3.2, ok",
        "1.37, 2.4.0, ok",
        "1.37, 2.1.9, 2.2.0",
        // Nothing is known.
        "1.29, 1.6.0, ok",
      })
  void containerdGoesWithKubernetes(String kubernetes, String containerd, String least) {
    assertEquals(
        Optional.ofNullable(least).map(VersionTablesTest::version),
        ContainerdReleases.least(minor(kubernetes), version(containerd)));
  }

  @Test
  void everyMinorOfContainerdThatIsAskedForIsKnown() {
    for (KubernetesRelease release : KubernetesReleases.all()) {
      List<SemanticVersion> floors = ContainerdReleases.floors(release.minor());
      List<SemanticVersion> newestFirst = new ArrayList<>(floors);
      newestFirst.sort(Collections.reverseOrder());
      assertEquals(newestFirst, floors);
      assertTrue(!floors.isEmpty());
      for (SemanticVersion floor : floors) {
        assertTrue(ContainerdReleases.endOfLife(MinorVersion.of(floor)).isPresent());
      }
    }
    assertEquals(minor("2.3"), ContainerdReleases.newest());
  }

  @Test
  void podNetworksWereTestedWithARange() {
    CniRelease calico = CniRelease.of("Calico", minor("3.32")).orElseThrow();

    assertTrue(!calico.isTestedWith(minor("1.33")));
    assertTrue(calico.isTestedWith(minor("1.34")));
    assertTrue(calico.isTestedWith(minor("1.36")));
    assertTrue(!calico.isTestedWith(minor("1.37")));
    assertEquals(
        minor("1.20"), CniRelease.newestFor("Cilium", minor("1.36")).orElseThrow().release());
    assertEquals(Optional.empty(), CniRelease.newestFor("Cilium", minor("1.37")));
    assertEquals(Optional.empty(), CniRelease.of("Calico", minor("3.9")));
    for (CniRelease release : CniRelease.all()) {
      assertTrue(release.from().compareTo(release.to()) < 0, release::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(Feature.class)
  void everyFeatureIsInTheTable(Feature feature) {
    assertTrue(feature.in(KubernetesReleases.newest().minor()).isOn(), feature::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "KUBE_PROXY_NFTABLES, 1.28, absent",
    "KUBE_PROXY_NFTABLES, 1.30, alpha",
    "KUBE_PROXY_NFTABLES, 1.32, beta",
    "KUBE_PROXY_NFTABLES, 1.33, stable",
    "KUBE_PROXY_IPVS, 1.34, stable",
    "KUBE_PROXY_IPVS, 1.35, deprecated",
    "ANONYMOUS_CONDITIONS, 1.30, absent",
    "ANONYMOUS_CONDITIONS, 1.31, alpha",
    "ANONYMOUS_CONDITIONS, 1.33, beta",
    "ANONYMOUS_CONDITIONS, 1.40, stable",
  })
  void featuresGrow(Feature feature, String kubernetes, String stage) {
    assertEquals(stage, feature.in(minor(kubernetes)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu, 24.04, 2029-05-31, V2",
    "ubuntu, 20.04, 2025-05-29, V1",
    "rhel, 9.4, 2032-05-31, V2",
    "rocky, 8, 2029-05-31, V1",
    "debian, 12, 2028-06-30, V2",
  })
  void aReleaseStandsForItsPoints(
      String family, String version, LocalDate end, OsRelease.Cgroup cgroup) {
    OsRelease release = OsRelease.of(family, new OsVersion(version)).orElseThrow();

    assertEquals(end, release.endOfLife());
    assertEquals(cgroup, release.cgroup());
  }

  @Test
  void aNumberThatOnlyBeginsAlikeIsAnotherRelease() {
    assertEquals(Optional.empty(), OsRelease.of("debian", new OsVersion("130")));
    assertEquals(Optional.empty(), OsRelease.of("ubuntu", new OsVersion("24")));
    assertEquals(Optional.empty(), OsRelease.of("rocky", new OsVersion("7")));
    for (OsRelease release : OsRelease.all()) {
      assertEquals(
          Optional.of(release), OsRelease.of(release.family(), new OsVersion(release.release())));
    }
  }

  @Test
  void fixesAreOfKnownPatches() {
    for (SecurityFix fix : SecurityFix.all()) {
      KubernetesRelease release = KubernetesReleases.of(fix.release()).orElseThrow();
      assertTrue(fix.release().compareTo(release.newest()) <= 0, fix::toString);
      assertTrue(fix.release().patch() > 0, "else no patch of the minor lacks it");
    }
    assertEquals(1, SecurityFix.missingFrom(kubernetes("v1.33.3")).size());
    assertEquals(List.of(), SecurityFix.missingFrom(kubernetes("v1.33.4")));
    assertEquals(List.of(), SecurityFix.missingFrom(kubernetes("v1.34.0")));
  }

  @Test
  void rulesAreAboutFlagsOfAComponentAndInAnOrderInWhichEachCounts() {
    for (String component : ComponentFlags.components()) {
      List<FlagRule> rules = ComponentFlags.rules(component);
      assertTrue(!rules.isEmpty(), component);
      for (FlagRule rule : rules) {
        // What a component had once is no longer among its flags.
        assertEquals(
            rule.kind() != FlagRule.Kind.REMOVED,
            ComponentFlags.known(component).contains(rule.flag()),
            rule::toString);
        assertEquals(
            rule.kind() == FlagRule.Kind.REMOVED, rule.since().isPresent(), rule::toString);
        String value = rule.values().get(0);
        assertEquals(
            Optional.of(rule),
            ComponentFlags.rule(
                component,
                rule.flag(),
                value.startsWith("!") ? onlyOthers(rules, rule) : value,
                rule.since().orElse(minor("9.9"))),
            rule::toString);
      }
    }
  }

  /** A list that has what other rules ask for, and lacks what this one asks for. */
  private static String onlyOthers(List<FlagRule> rules, FlagRule rule) {
    return rules.stream()
        .filter(other -> other.flag().equals(rule.flag()) && !other.equals(rule))
        .map(other -> other.values().get(0))
        .filter(value -> value.startsWith("!"))
        .map(value -> value.substring(1))
        .reduce("Webhook", (list, item) -> list + "," + item);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "kube-apiserver, max-request-inflight, max-requests-inflight",
        "kube-apiserver, max-requests-inflight, none",
        "kube-apiserver, cloud-provider, none",
        "kube-apiserver, something-else-entirely, none",
        "kube-scheduler, max-request-inflight, none",
        "etcd, quota-backend-byte, quota-backend-bytes",
        "no-such-component, v, none",
      })
  void aFlagIsTakenForAnotherOnlyIfItIsNearIt(String component, String flag, String meant) {
    assertEquals(Optional.ofNullable(meant), ComponentFlags.meant(component, flag));
  }
}
