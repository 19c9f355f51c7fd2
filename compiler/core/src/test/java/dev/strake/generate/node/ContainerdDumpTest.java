package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * containerd itself reads config.toml and says what it has understood: each release the layout that
 * it knows, so that one of 1.x proves nothing about that of 2.x.
 */
class ContainerdDumpTest {

  private static final Path MIRRORS = Path.of("/etc/containerd/certs.d");

  @TempDir private Path folder;

  @Test
  void containerdUnderstandsItsLayout() throws Exception {
    ToolRun.assumeInstalled("containerd");
    boolean first = ToolRun.of("containerd", "--version").said().matches("(?s).* v?1\\..*");
    ToolRun dump = dump(first ? "1.7.28" : "2.3.2");

    assertEquals(0, dump.status(), dump.said());
    assertUnderstood(dump.said(), "SystemdCgroup = true");
    assertUnderstood(dump.said(), "config_path = ['\"]" + MIRRORS + "['\"]");
    String sandbox = first ? "sandbox_image" : "sandbox";
    assertUnderstood(dump.said(), sandbox + " = ['\"]registry\\.k8s\\.io/pause:3\\.10\\.2['\"]");
  }

  @Test
  void anOlderOneRefusesTheNewLayout() throws Exception {
    ToolRun.assumeInstalled("containerd");
    Assumptions.assumeTrue(
        ToolRun.of("containerd", "--version").said().matches("(?s).* v?1\\..*"),
        "containerd 2 reads both layouts");
    ToolRun dump = dump("2.3.2");
    assertTrue(dump.status() != 0 || !dump.said().contains("pause:3.10.2"), dump.said());
  }

  private ToolRun dump(String version) throws Exception {
    String spec =
        HostCluster.SPEC.replace(
            "containerRuntime:\n",
            "containerRuntime:\n    containerd: {version: " + version + "}\n");
    String config =
        HostCluster.text(HostCluster.of(spec), "nodes/cp-1/files/etc/containerd/config.toml");
    Path file = Files.writeString(folder.resolve("config.toml"), config);
    return ToolRun.of("containerd", "--config", file.toString(), "config", "dump");
  }

  private static void assertUnderstood(String dump, String line) {
    assertTrue(dump.lines().anyMatch(one -> one.strip().matches(line)), line + " in\n" + dump);
  }
}
