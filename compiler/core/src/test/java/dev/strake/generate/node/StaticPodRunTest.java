package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.resolve.ResolvedCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** bootstrap.sh where the control planes carry the virtual address: whose rights kube-vip has. */
@Tag("slow")
class StaticPodRunTest {

  private static final String CP_1 = "192.0.2.21/24";
  private static final String CP_2 = "192.0.2.22/24";
  private static final String MANIFEST = "/etc/kubernetes/manifests/kube-vip.yaml";
  private static final int CUTS = 8;

  private static Map<String, String> secrets = Map.of();
  private static FileTime now = FileTime.fromMillis(0);

  private final ResolvedCluster cluster = HostCluster.withKubeVip();

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
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      host.secret(secret.getKey(), secret.getValue(), now);
    }
    return host;
  }

  private HostRoot firstControlPlane(String name) throws Exception {
    return host(name, "cp-1", CP_1);
  }

  private String approved(String node) {
    return HostCluster.text(cluster, "nodes/" + node + "/files" + MANIFEST);
  }

  /** The file that the pod reads, as the host has it and as the container does. */
  private static List<String> credentials(String manifest) {
    return manifest.lines().filter(line -> line.contains(".conf")).map(String::strip).toList();
  }

  @Test
  void theFirstControlPlaneLendsItsHighestRightsUntilKubeadmHasEnded() throws Exception {
    HostRoot host = firstControlPlane("host");
    host.succeed();
    String during = Files.readString(host.path("/state/kube-vip-at-init.yaml"));
    assertEquals(
        List.of(
            "- mountPath: /etc/kubernetes/admin.conf", "path: /etc/kubernetes/super-admin.conf"),
        credentials(during));
    assertEquals(approved("cp-1"), during.replace("super-admin.conf", "admin.conf"));
    assertEquals(approved("cp-1"), Files.readString(host.path(MANIFEST)));

    Map<String, String> tree = host.tree();
    ToolRun second = host.bootstrap();
    assertEquals(0, second.status(), second.said());
    assertTrue(second.said().endsWith("Nothing to change.\n"), second.said());
    assertEquals(tree, host.tree());
  }

  @Test
  void aJoiningControlPlaneWaitsForItsOwn() throws Exception {
    HostRoot host = host("host", "cp-2", CP_2);
    host.write("/etc/strake/secrets/ca.crt", HostCluster.AUTHORITY);
    host.succeed();
    assertFalse(Files.exists(host.path("/state/kube-vip-at-join.yaml")));
    assertEquals(approved("cp-2"), Files.readString(host.path(MANIFEST)));
    assertFalse(approved("cp-2").contains("super-admin.conf"));
    assertTrue(host.bootstrap().said().endsWith("Nothing to change.\n"));
  }

  @Test
  void whatSomebodyChangedIsPutRight() throws Exception {
    HostRoot host = firstControlPlane("host");
    host.succeed();
    host.write(MANIFEST, approved("cp-1").replace("path: /etc/kubernetes/admin.conf", "path: /x"));
    ToolRun run = host.bootstrap();
    assertTrue(run.said().contains("Static pods: write " + MANIFEST + "\n"), run.said());
    assertTrue(run.said().contains("Static pods for kubeadm: done already\n"), run.said());
    assertEquals(approved("cp-1"), Files.readString(host.path(MANIFEST)));
  }

  @Test
  void anIncompleteFolderIsRefused() throws Exception {
    HostRoot host = firstControlPlane("host");
    Files.delete(host.path("/var/lib/strake/node/files" + MANIFEST));
    Map<String, String> before = host.tree();
    ToolRun run = host.bootstrap();
    assertEquals(1, run.status(), run.said());
    assertTrue(run.said().contains("1 problem(s); nothing was changed\n"), run.said());
    assertTrue(run.said().contains("/files" + MANIFEST + " is missing: copy"), run.said());
    assertEquals(before, host.tree());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubeadm-early", "kubeadm-late", "kubeadm-done", "token", "label"})
  void anotherRunEndsWhatACutLeft(String program) throws Exception {
    HostRoot whole = firstControlPlane("whole");
    whole.succeed();
    HostRoot host = firstControlPlane("host");
    host.write("state/die-at-" + program, "");
    assertEquals(137, host.bootstrap().status());
    assertTrue(Files.readString(host.path(MANIFEST)).contains("super-admin.conf"));
    again(host);
    assertEquals(whole.tree(), host.tree());
  }

  /** Wherever the script itself is, from before the first manifest to after the second. */
  @Test
  void aCutAnywhereIsHealedByAnotherRun() throws Exception {
    HostRoot whole = firstControlPlane("whole");
    assertEquals(0, whole.cut(0).status());
    int commands = Integer.parseInt(Files.readString(whole.path("/state/count")).strip());
    for (int i = 1; i <= CUTS; i++) {
      HostRoot host = firstControlPlane("host-" + i);
      int at = commands * 3 / 4 + commands / 4 * i / (CUTS + 1);
      assertEquals(137, host.cut(at).status(), () -> "cut after command " + at);
      again(host);
      assertEquals(whole.tree(), host.tree(), () -> "cut after command " + at);
    }
  }

  private static void again(HostRoot host) throws Exception {
    ToolRun again = host.bootstrap();
    if (again.said().contains("run this with --reset")) {
      again = host.bootstrap("--reset");
    }
    assertEquals(0, again.status(), again.said());
  }
}
