package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.bundle.Artifact;
import dev.strake.resolve.ResolvedCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudInitTest {

  private static final Pattern PACKED = Pattern.compile("content: (H4sI[A-Za-z0-9+/=]+)\n");

  private final ResolvedCluster cluster = HostCluster.of(HostCluster.SPEC);

  @TempDir private Path folder;

  @Test
  void whatIsPackedIsTheFolder() throws Exception {
    String text = HostCluster.text(cluster, "nodes/cp-1/cloud-init.yaml");
    Matcher packed = PACKED.matcher(text);
    assertTrue(packed.find(), text);
    Path archive = folder.resolve("node.tar.gz");
    Files.write(archive, Base64.getDecoder().decode(packed.group(1)));
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));

    assertEquals(
        new ToolRun(0, ""),
        ToolRun.of("tar", "-xzf", archive.toString(), "-C", unpacked.toString()));
    Path copied = folder.resolve("copied");
    HostCluster.copy(cluster, "nodes/cp-1", copied);
    Files.delete(copied.resolve("cloud-init.yaml"));
    assertEquals(texts(copied), texts(unpacked));
    assertTrue(Files.isExecutable(unpacked.resolve("bootstrap.sh")));
  }

  @Test
  void itRunsTheScriptOfTheFolder() {
    assertTrue(
        HostCluster.text(cluster, "nodes/cp-1/cloud-init.yaml")
            .endsWith(
                """
                runcmd:
                - - mkdir
                  - -p
                  - /var/lib/strake/node
                - - tar
                  - -xzf
                  - /var/lib/strake/node.tar.gz
                  - -C
                  - /var/lib/strake/node
                  - --no-same-owner
                - - bash
                  - /var/lib/strake/node/bootstrap.sh
                """));
  }

  @Test
  void aControlPlaneWithTheLoadBalancerHasOneForBoth() {
    ResolvedCluster together = HostCluster.of(colocated());
    String text = HostCluster.text(together, "nodes/cp-1/cloud-init.yaml");
    int balancer = text.indexOf("- /var/lib/strake/loadbalancer/bootstrap.sh");
    int node = text.indexOf("- /var/lib/strake/node/bootstrap.sh");
    assertTrue(0 < balancer && balancer < node, text);
    assertEquals(
        List.of(),
        HostCluster.artifacts(together).stream()
            .map(artifact -> artifact.path().toString())
            .filter(path -> path.matches("loadbalancers/.*/cloud-init.yaml"))
            .toList());
  }

  private static String colocated() {
    return HostCluster.SPEC
        .replace("          hosts:\n", "")
        .replaceAll(" *- \\{name: lb-.*\n", "")
        .replace("type: HAProxyKeepalived", "type: HAProxyKeepalived\n    placement: ControlPlane");
  }

  @Test
  @Tag("slow")
  void cloudInitAcceptsAll() throws Exception {
    ToolRun.assumeInstalled("cloud-init");
    for (Artifact artifact : HostCluster.artifacts(cluster)) {
      if (artifact.path().toString().endsWith("cloud-init.yaml")) {
        Path file = folder.resolve("cloud-init.yaml");
        Files.writeString(file, artifact.text());
        ToolRun run = ToolRun.of("cloud-init", "schema", "--config-file", file.toString());
        assertEquals(0, run.status(), run.said());
      }
    }
  }

  private static Map<String, String> texts(Path root) throws Exception {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            root.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
