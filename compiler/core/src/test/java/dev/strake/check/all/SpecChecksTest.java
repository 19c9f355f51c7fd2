package dev.strake.check.all;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.Resolver;
import dev.strake.spec.Specs;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecChecksTest {

  private static final String NODE = "address: 10.20.0.21\n";

  private static List<Diagnostic> run(String text) {
    List<Diagnostic> found = new ArrayList<>();
    SpecChecks.run(Resolver.resolve(Specs.bound(text)), LocalDate.parse("2026-07-01"), found::add);
    return found;
  }

  /** The codes that are looked at here; a spec that is made wrong may be wrong for others too. */
  private static final Set<String> CODES =
      Set.of(
          "spec/cidr-overlap",
          "spec/duplicate-address",
          "spec/duplicate-name",
          "spec/even-etcd-members",
          "spec/no-control-plane",
          "spec/service-block-size");

  private static List<String> found(String text) {
    return run(text).stream()
        .filter(d -> CODES.contains(d.code().id()))
        .map(d -> d.code().id() + " " + d.range().text())
        .toList();
  }

  private static void assertFinds(String text, String... expected) {
    assertEquals(List.of(expected), found(text));
  }

  private static String nodes(int count) {
    StringBuilder text = new StringBuilder(NODE);
    for (int i = 2; i <= count; i++) {
      text.append("          - {name: cp-%d, address: 10.20.0.%d}\n".formatted(i, i + 30));
    }
    return Specs.with(NODE, text.toString().replace("          -", "        -"));
  }

  @Test
  void aSmallClusterIsClean() {
    assertEquals(List.of(), run(Specs.SMALL));
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.244.0.0/16, 10.96.0.0/12, ''",
    "10.20.0.0/16, 10.20.0.0/16, 10.96.0.0/12, 10.20.0.0/16",
    "10.20.0.0/16, 10.0.0.0/8, 172.20.0.0/16, 10.0.0.0/8",
    "10.20.0.0/16, 10.20.255.0/24, 172.20.0.0/16, 10.20.255.0/24",
    "10.20.0.0/16, 10.21.0.0/16, 10.22.0.0/16, ''",
    "10.20.0.0/16, 10.96.0.0/16, 10.96.0.0/12, 10.96.0.0/12"
  })
  void overlapsAreFoundInBothDirections(
      String machines, String pods, String services, String guilty) {
    String text =
        Specs.with("10.20.0.0/24", machines)
            .replace("10.244.0.0/16", pods)
            .replace("10.96.0.0/12", services);
    if (guilty.isEmpty()) {
      assertFinds(text);
    } else {
      assertFinds(text, "spec/cidr-overlap " + guilty);
    }
  }

  @Test
  void reservedBlocksMayOverlapEachOtherAndNothingElse() {
    String reserved =
        "    reservedCIDRBlocks: [172.16.0.0/12, 172.17.0.0/16, 10.244.3.0/24]\n    cni:\n";
    assertFinds(Specs.with("    cni:\n", reserved), "spec/cidr-overlap 10.244.0.0/16");
  }

  @Test
  void aListMayNotOverlapItself() {
    assertFinds(
        Specs.with("[10.20.0.0/24]", "[10.20.0.0/24, fd00::/48, 10.20.0.128/25]"),
        "spec/cidr-overlap 10.20.0.128/25");
  }

  @Test
  void longListsTakeNoLongTime() {
    StringBuilder blocks = new StringBuilder("10.0.0.0/32");
    for (int i = 1; i < 50_000; i++) {
      blocks.append(", 11.%d.%d.%d/32".formatted(i >> 16, i >> 8 & 255, i & 255));
    }
    String text = Specs.with("    cni:\n", "    reservedCIDRBlocks: [" + blocks + "]\n    cni:\n");
    assertTimeout(Duration.ofSeconds(20), () -> assertFinds(text));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, false", "4, true", "5, false"})
  void evenNumbersOfMembersAreReportedAtTheLast(int members, boolean found) {
    if (found) {
      assertFinds(nodes(members), "spec/even-etcd-members cp-" + members);
    } else {
      assertFinds(nodes(members));
    }
  }

  @ParameterizedTest
  @CsvSource({"'https://a:1', false", "'https://a:1, https://b:1', true"})
  void externalMembersCountToo(String endpoints, boolean found) {
    String text = Specs.with("local: {}", "external: {endpoints: [" + endpoints + "]}");
    assertEquals(found ? 1 : 0, found(text).size());
  }

  @Test
  void namesAndAddressesAreUsedOnce() {
    assertFinds(nodes(3).replace("cp-3", "cp-1"), "spec/duplicate-name cp-1");
    assertFinds(nodes(3).replace("10.20.0.33", "10.20.0.21"), "spec/duplicate-address 10.20.0.21");
    assertFinds(nodes(3).replace("10.20.0.33", "10.20.0.1"), "spec/duplicate-address 10.20.0.1");
    String balanced =
        Specs.with(
            "type: External",
            """
            type: HAProxyKeepalived
                keepalived: {virtualIP: 10.20.0.21/24, interface: eth0, virtualRouterID: 61}
                hosts:
                  - {name: cp-1, address: 10.20.0.11, priority: 102}
                  - {name: lb-2, address: 10.20.0.12, priority: 101}\
            """);
    assertFinds(balanced, "spec/duplicate-address 10.20.0.21", "spec/duplicate-name cp-1");
    String spaces = Specs.SMALL + "  namespaces: [{name: a}, {name: b}, {name: a}]\n";
    assertFinds(spaces, "spec/duplicate-name a");
  }

  @Test
  void aClusterNeedsAControlPlane() {
    assertFinds(
        Specs.with("role: ControlPlane", "role: Worker"), "spec/no-control-plane nodePools");
  }

  @ParameterizedTest
  @CsvSource({"10.96.0.0/28, true", "10.96.0.0/29, false", "fd00::/124, true", "fd00::/125, false"})
  void serviceBlocksHoldClusterDns(String block, boolean fine) {
    String text = Specs.with("10.96.0.0/12", block);
    assertEquals(fine ? 0 : 1, found(text).size());
  }

  @Test
  void tenThousandNodesTakeNoLongTime() {
    StringBuilder east = new StringBuilder(large("10.40.0.1"));
    StringBuilder west = new StringBuilder(large("10.40.0.2"));
    for (int i = 1; i <= 10_000; i++) {
      String line = "        - {name: n-%d, address: 10.%d.%d.%d}\n";
      east.append(line.formatted(i, 32, i >> 8, i & 255));
      west.append(line.formatted(i, 33, i >> 8, i & 255));
    }
    // The last of them has an address of the other cluster.
    west.append("        - {name: last, address: 10.32.1.7}\n");
    List<ResolvedCluster> clusters =
        List.of(
            Resolver.resolve(Specs.bound(east.toString(), "east.yaml")),
            Resolver.resolve(Specs.bound(west.toString(), "west.yaml")));
    List<Diagnostic> found = new ArrayList<>();
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          clusters.forEach(one -> SpecChecks.run(one, LocalDate.parse("2026-07-01"), found::add));
          RepositoryChecks.run(clusters, found::add);
        });
    assertEquals(
        List.of("spec/shared-address 10.32.1.7", "spec/shared-endpoint api.example.net"),
        found.stream()
            .filter(d -> d.code().id().startsWith("spec/shared-") || d.severity() == Severity.ERROR)
            .map(d -> d.code().id() + " " + d.range().text())
            .toList());
  }

  private static String large(String controlPlane) {
    return Specs.with("[10.20.0.0/24]", "[10.32.0.0/11]")
            .replace("gateway: 10.20.0.1", "gateway: 10.63.0.1")
            .replace("10.20.0.21", controlPlane)
            .replace("[10.244.0.0/16]", "[172.16.0.0/12]")
            .replace("    cni:\n", "    nodeCIDRMaskSizeIPv4: 26\n    cni:\n")
            .replace("  loadBalancer:\n", "  kubelet: {maxPods: 60}\n  loadBalancer:\n")
        + "    - name: many\n      role: Worker\n      nodes:\n";
  }
}
