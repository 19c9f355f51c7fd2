package dev.strake.generate.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What HAProxy and keepalived themselves say of what is generated for them. */
class AcceptedConfigTest {

  private static final Path EXAMPLES = Path.of("..", "..", "examples");

  @TempDir Path folder;

  static Stream<BalancedCluster> clusters() {
    BalancedCluster usual = BalancedCluster.USUAL;
    String interval = "interval: 2s";
    return Stream.of(
        usual,
        usual.colocated(),
        usual.colocated().dualStack(),
        usual.with("      - {name: lb-2, address: 192.168.1.12, priority: 101}\n", ""),
        usual.with("interface: eth0", "interface: eth0\n      unicast: false"),
        usual.with("interface: eth0", "interface: eth0\n      checkWeight: 0"),
        usual.with("interface: eth0", "interface: eth0\n      checkWeight: 253"),
        usual.with("authPassRef: {name: vrrp, key: auth_pass}", "checkWeight: -253"),
        usual.with("bindPort: 6443", "bindPort: 6443, anonymousAuth: Disabled"),
        usual.with(interval, "interval: 100ms, rise: 100, fall: 100"),
        usual.with(interval, "interval: 1h, rise: 1, fall: 1"),
        usual.with(interval, "path: \"/a b'c\\\"d$HOME\\\\#{}?x=${y}&%z\""),
        usual.with(interval, "path: /" + "é".repeat(500)),
        usual
            .with("lb-1", "0." + "a".repeat(251))
            .with("cp-1", "if")
            .with("cp-2", "default-server")
            .with("cp-3", "\"0\""));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("clusters")
  void haproxyTakesIt(BalancedCluster cluster) throws Exception {
    HaproxyProcess.assumeInstalled();
    assertEquals("", HaproxyProcess.check(cluster.haproxy().text(), folder));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("clusters")
  void keepalivedTakesIt(BalancedCluster cluster) throws Exception {
    KeepalivedProof.assumePossible();
    for (KeepalivedConfig host : cluster.keepalived()) {
      assertEquals("", KeepalivedProof.check(host.text(), "eth0", folder));
    }
  }

  @Test
  void keepalivedDoesNotStartWithoutThePassword() throws Exception {
    KeepalivedProof.assumePossible();
    String config =
        BalancedCluster.USUAL
            .keepalived()
            .get(0)
            .text()
            .replace(
                LoadBalancerFiles.VRRP_AUTHENTICATION.text(), folder.resolve("none").toString());
    String complaint = KeepalivedProof.check(config, "eth0", folder);
    assertTrue(complaint.contains("missing '" + folder.resolve("none") + "'"), complaint);
    assertTrue(complaint.contains("exit code"), complaint);
  }

  /** So that an empty complaint above means something. */
  @Test
  void aMistakeIsSeen() throws Exception {
    HaproxyProcess.assumeInstalled();
    KeepalivedProof.assumePossible();
    String haproxy = BalancedCluster.USUAL.haproxy().text().replace("rise 2", "rise two");
    assertFalse(HaproxyProcess.check(haproxy, folder).isEmpty());
    String keepalived =
        BalancedCluster.USUAL.keepalived().get(0).text().replace("advert_int 1", "advert_int x");
    assertFalse(KeepalivedProof.check(keepalived, "eth0", folder).isEmpty());
  }

  static List<Path> examples(String name) throws Exception {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(file -> file.endsWith(name)).sorted().toList();
    }
  }

  static List<Path> haproxyExamples() throws Exception {
    return examples("haproxy.cfg");
  }

  @ParameterizedTest
  @MethodSource("haproxyExamples")
  void haproxyTakesTheExamples(Path example) throws Exception {
    HaproxyProcess.assumeInstalled();
    Path certificate =
        example.resolveSibling("files" + LoadBalancerFiles.CLUSTER_CA.text()).toAbsolutePath();
    String config =
        Files.readString(example)
            .replace(LoadBalancerFiles.CLUSTER_CA.text(), certificate.toString());
    assertEquals("", HaproxyProcess.check(config, folder));
  }

  static List<Path> keepalivedExamples() throws Exception {
    return examples("keepalived.conf");
  }

  @ParameterizedTest
  @MethodSource("keepalivedExamples")
  void keepalivedTakesTheExamples(Path example) throws Exception {
    KeepalivedProof.assumePossible();
    assertEquals("", KeepalivedProof.check(Files.readString(example), "eth0", folder));
  }
}
