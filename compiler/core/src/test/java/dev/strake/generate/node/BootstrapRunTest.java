package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.resolve.ResolvedCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** bootstrap.sh of nodes, run on hosts that are as real as a test can have them. */
@Tag("slow")
class BootstrapRunTest {

  private static final String CP_1 = "192.0.2.21/24";
  private static final String WORKER_1 = "192.0.2.31/24";
  private static final String TOKEN = HostSecrets.TOKEN;
  private static final int CUTS = 14;

  private static Map<String, String> secrets = Map.of();
  private static FileTime now = FileTime.fromMillis(0);

  private final ResolvedCluster cluster = HostCluster.of(HostCluster.SPEC);

  @TempDir private Path folder;

  @BeforeAll
  static void makeSecrets() throws Exception {
    HostRoot.assumePossible();
    now = FileTime.from(Instant.now());
    secrets = HostSecrets.make();
  }

  @BeforeEach
  void needsNamespaces() throws Exception {
    HostRoot.assumePossible();
  }

  private HostRoot host(String name, String node, String address) throws Exception {
    HostRoot host = new HostRoot(folder.resolve(name), address);
    HostCluster.copy(cluster, "nodes/" + node, host.path("/var/lib/strake/node"));
    return host;
  }

  private HostRoot firstControlPlane(String name) throws Exception {
    HostRoot host = host(name, "cp-1", CP_1);
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      host.secret(secret.getKey(), secret.getValue(), now);
    }
    return host;
  }

  @Test
  void theSecondRunChangesNothing() throws Exception {
    HostRoot host = firstControlPlane("host");
    host.succeed();
    Map<String, String> tree = host.tree();
    ToolRun second = host.bootstrap();

    assertEquals(0, second.status(), second.said());
    assertTrue(second.said().endsWith("Nothing to change.\n"), second.said());
    assertEquals(tree, host.tree());
    assertEquals(
        "UUID=1 / ext4 defaults 0 1\n# /swap.img none swap sw 0 0\n",
        Files.readString(host.path("/etc/fstab")));
    assertTrue(tree.get("etc/kubernetes/pki/ca.key").startsWith("rw-------\n"));
    assertTrue(
        tree.get("etc/kubernetes/strake/control-plane/encryption.yaml")
            .startsWith("rw-------\napiVersion: apiserver.config.k8s.io/v1\n"));
  }

  @Test
  void theRecordedSumIsThatOfTheFolder() throws Exception {
    HostRoot host = firstControlPlane("host");
    host.succeed();
    ToolRun sum =
        ToolRun.of(
            "bash",
            "-c",
            "cd '%s' && find . -type f ! -name cloud-init.yaml | LC_ALL=C sort | xargs sha256sum |"
                    .formatted(host.path("/var/lib/strake/node"))
                + " sha256sum | cut -d ' ' -f 1");
    assertEquals(sum.said(), Files.readString(host.path("/var/lib/strake/applied/node")));
  }

  @Test
  void noSecretIsOnACommandLineOrInTheLog() throws Exception {
    HostRoot host = firstControlPlane("host");
    ToolRun run = host.run("bash", "-x", "/var/lib/strake/node/bootstrap.sh");
    assertEquals(0, run.status(), run.said());
    String everything =
        run.said()
            + Files.readString(host.path("/state/calls"))
            + Files.readString(host.path("/var/log/strake-bootstrap.log"));
    for (String secret : secrets.values()) {
      for (String line : secret.lines().filter(l -> !l.startsWith("-----")).toList()) {
        String value = line.substring(line.indexOf(' ') + 1);
        assertFalse(everything.contains(value), () -> "it says " + value);
      }
    }
    assertFalse(everything.contains("0123456789abcdef"));
    assertTrue(Files.readString(host.path("/state/token/created")).contains("0123456789abcdef"));
  }

  @Test
  void eachMissingSecretStopsItBeforeAnythingChanges() throws Exception {
    HostRoot host = firstControlPlane("host");
    for (String missing : secrets.keySet()) {
      Files.delete(host.path(missing));
      Map<String, String> before = host.tree();
      ToolRun run = host.bootstrap();

      assertEquals(1, run.status(), run.said());
      assertTrue(
          run.said().contains("1 problem(s); nothing was changed\n- " + missing), run.said());
      assertEquals(before, host.tree());
      host.secret(missing, secrets.get(missing), now);
    }
  }

  @Test
  void theEnvironmentTakesThePlaceOfAFile() throws Exception {
    HostRoot host = firstControlPlane("host");
    Files.delete(host.path(TOKEN));
    ToolRun run =
        host.run(
            "env",
            "STRAKE_BOOTSTRAP_TOKEN=canary.0123456789abcdef",
            "bash",
            "/var/lib/strake/node/bootstrap.sh");
    assertEquals(0, run.status(), run.said());
    assertFalse(run.said().contains("0123456789abcdef"));
    assertEquals(secrets.get(TOKEN), Files.readString(host.path(TOKEN)));
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    HostRoot host = firstControlPlane("host");
    Map<String, String> before = host.tree();
    ToolRun run = host.bootstrap("--dry-run");
    assertEquals(0, run.status(), run.said());
    assertEquals(before, host.tree());
    assertTrue(run.said().contains("kubeadm: run kubeadm init\n"), run.said());
    assertTrue(run.said().endsWith("Nothing was changed (--dry-run).\n"), run.said());
  }

  @Test
  void everyProblemIsNamedAtOnce() throws Exception {
    HostRoot host = new HostRoot(folder.resolve("host"), "192.0.2.99/24");
    HostCluster.copy(cluster, "nodes/worker-1", host.path("/var/lib/strake/node"));
    host.write("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
    host.write("etc/kubernetes/bootstrap-kubelet.conf", "x\n");
    ToolRun run = host.bootstrap();
    assertEquals(1, run.status(), run.said());
    assertEquals(
        """
        error: 4 problem(s); nothing was changed
        - this is debian: the cluster's machines run ubuntu: change spec.os.family or the machine
        - 192.0.2.31 is not an address of lo: configure it, correct the spec, or run this on the machine that it belongs to
        - there are traces of another cluster: /etc/kubernetes/bootstrap-kubelet.conf: if nobody needs them, run this with --reset, which runs kubeadm reset
        - /run/kubeadm/token is missing: write the bootstrap token into it (mode 0600, owner root) or set STRAKE_BOOTSTRAP_TOKEN
        """,
        run.said().substring(run.said().indexOf("error: ")));
  }

  @Test
  void aWorkerWritesItsDiscoveryFirst() throws Exception {
    HostRoot host = host("host", "worker-1", WORKER_1);
    host.secret(TOKEN, secrets.get(TOKEN), now);
    ToolRun run = host.bootstrap();
    assertEquals(0, run.status(), run.said());
    assertTrue(run.said().indexOf("Discovery: write") < run.said().indexOf("Tools: "), run.said());
    String discovery = Files.readString(host.path("/etc/kubernetes/strake/discovery.conf"));
    assertTrue(discovery.contains("    server: https://192.0.2.10:6443\n"), discovery);
    assertTrue(discovery.endsWith("    tokenFile: /run/kubeadm/token\n"), discovery);
    // The token has done its work and is gone after the next boot.
    Files.delete(host.path(TOKEN));
    ToolRun second = host.bootstrap();
    assertTrue(second.said().endsWith("Nothing to change.\n"), second.said());
  }

  @Test
  void aKeyOfSomebodyElseIsRefused() throws Exception {
    HostRoot host = firstControlPlane("host");
    host.write("state/wrong-keys", "");
    ToolRun run = host.bootstrap();
    assertEquals(1, run.status(), run.said());
    assertTrue(run.said().contains("is not the key DE15B14486CD377B9E876E1A234654DA9A296436"));
    assertFalse(Files.exists(host.path("/etc/apt/keyrings/kubernetes.asc")));
  }

  /** Wherever a program is when the power goes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get",
        "modprobe",
        "sysctl",
        "daemon-reload",
        "try-reload-or-restart",
        "kubeadm-done",
        "token",
        "label"
      })
  void anotherRunEndsWhatACutLeft(String program) throws Exception {
    HostRoot whole = firstControlPlane("whole");
    whole.succeed();
    HostRoot host = firstControlPlane("host");
    host.write("state/die-at-" + program, "");
    assertEquals(137, host.bootstrap().status());
    host.succeed();
    assertEquals(whole.tree(), host.tree());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubeadm-early", "kubeadm-late"})
  void anInterruptedKubeadmIsTakenBackOnlyWhenAskedTo(String program) throws Exception {
    HostRoot whole = firstControlPlane("whole");
    whole.succeed();
    HostRoot host = firstControlPlane("host");
    host.write("state/die-at-" + program, "");
    assertEquals(137, host.bootstrap().status());
    ToolRun refused = host.bootstrap();
    if (program.equals("kubeadm-late")) {
      assertEquals(1, refused.status(), refused.said());
      assertTrue(refused.said().contains("run this with --reset"), refused.said());
      host.succeed("--reset");
    }
    assertEquals(whole.tree(), host.tree());
    ToolRun needless = host.bootstrap("--reset");
    assertEquals(1, needless.status(), needless.said());
    assertTrue(needless.said().contains("this machine is a node already"), needless.said());
  }

  /** Wherever the script itself is, inside of its functions too. */
  @Test
  void aCutAnywhereIsHealedByAnotherRun() throws Exception {
    HostRoot whole = firstControlPlane("whole");
    assertEquals(0, whole.cut(0).status());
    Map<String, String> expected = whole.tree();
    int commands = Integer.parseInt(Files.readString(whole.path("/state/count")).strip());
    assertTrue(commands > 500, () -> commands + " commands");
    for (int i = 1; i <= CUTS; i++) {
      HostRoot host = firstControlPlane("host-" + i);
      int at = commands / 4 + commands * 3 / 4 * i / (CUTS + 1);
      assertEquals(137, host.cut(at).status(), () -> "cut after command " + at);
      ToolRun again = host.bootstrap();
      if (again.said().contains("run this with --reset")) {
        again = host.bootstrap("--reset");
      }
      assertEquals(0, again.status(), again.said());
      assertEquals(new TreeMap<>(expected), host.tree(), () -> "cut after command " + at);
    }
  }
}
