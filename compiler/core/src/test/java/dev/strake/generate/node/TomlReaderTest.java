package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.resolve.ResolvedCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader of TOML that is not ours agrees on what the files say. */
@Tag("slow")
class TomlReaderTest {

  private static final String TO_JSON =
      "import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], 'rb')), sort_keys=True))";

  private final ResolvedCluster cluster = HostCluster.of(HostCluster.SPEC);

  @TempDir private Path folder;

  @Test
  void theFilesAreToml() throws Exception {
    ToolRun.assumeInstalled("python3");
    assertEquals(
        "{\"plugins\": {\"io.containerd.cri.v1.images\": {\"pinned_images\": {\"sandbox\":"
            + " \"registry.k8s.io/pause:3.10.2\"}, \"registry\": {\"config_path\":"
            + " \"/etc/containerd/certs.d\"}}, \"io.containerd.cri.v1.runtime\": {\"containerd\":"
            + " {\"runtimes\": {\"runc\": {\"options\": {\"SystemdCgroup\": true},"
            + " \"runtime_type\": \"io.containerd.runc.v2\"}}}}}, \"version\": 3}\n",
        json("nodes/cp-1/files/etc/containerd/config.toml"));
    assertEquals(
        "{\"host\": {\"https://mirror.example.net/v2/other\": {\"ca\":"
            + " \"/etc/containerd/certs.d/registry.example.net:5000/ca.crt\", \"capabilities\":"
            + " [\"pull\", \"resolve\"], \"override_path\": true}}}\n",
        json("nodes/cp-1/files/etc/containerd/certs.d/registry.example.net%3a5000/hosts.toml"));
  }

  private String json(String path) throws Exception {
    Path file = folder.resolve("file.toml");
    Files.writeString(file, HostCluster.text(cluster, path));
    return ToolRun.of("python3", "-c", TO_JSON, file.toString()).said();
  }
}
