package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.bundle.Artifact;
import dev.strake.resolve.ResolvedCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostScriptTest {

  /** What the spec's types let pass and a careless script would run. */
  private static final String HOSTILE =
      HostCluster.SPEC
          .replace("/run/kubeadm/token", "\"/run/it's $(touch /tmp/strake-hostile) `id`/to ken\"")
          .replace("/var/lib/etcd}", "\"/var/lib/e t'c$d; rm -rf x\"}");

  @TempDir private Path folder;

  /**
   * @param excluded remarks of shellcheck that only strange texts of a spec earn
   */
  private void accept(ResolvedCluster cluster, String... excluded) throws Exception {
    int scripts = 0;
    for (Artifact artifact : HostCluster.artifacts(cluster)) {
      if (artifact.path().toString().endsWith(".sh")) {
        Path script = folder.resolve(artifact.path().toString().replace('/', '_'));
        Files.writeString(script, artifact.text());
        assertEquals(new ToolRun(0, ""), ToolRun.of("bash", "-n", script.toString()));
        assertEquals(new ToolRun(0, ""), shellcheck(script, excluded));
        scripts++;
      }
    }
    assertTrue(scripts >= cluster.nodes().size(), () -> "too few scripts");
  }

  private static ToolRun shellcheck(Path script, String... excluded) throws Exception {
    List<String> words = new ArrayList<>(List.of("shellcheck"));
    Stream.of(excluded).forEach(code -> words.add("--exclude=" + code));
    words.add(script.toString());
    return ToolRun.of(words);
  }

  @Test
  void shellcheckHasNothingToSay() throws Exception {
    ToolRun.assumeInstalled("shellcheck");
    accept(HostCluster.of(HostCluster.SPEC));
    accept(HostCluster.with("family: ubuntu, version: \"24.04\"", "family: rocky"));
    accept(HostCluster.with("mode: PreGenerated", "mode: KubeadmUploadCerts"));
    accept(HostCluster.withKubeVip());
    // It asks whether "$(...)" between single quotes was meant to run: it was not.
    accept(HostCluster.of(HOSTILE), "SC2016");
  }

  @Test
  void whatTheSpecSaysIsNeverRun() throws Exception {
    String script = HostCluster.text(HostCluster.of(HOSTILE), "nodes/cp-1/bootstrap.sh");
    String settings = script.substring(0, script.indexOf("# Whoever traces"));
    Path file = folder.resolve("settings.sh");
    Files.writeString(file, settings + "printf '%s\\n' \"$TOKEN\" \"$ETCD_DATA\"\n");

    assertEquals(
        new ToolRun(
            0, "/run/it's $(touch /tmp/strake-hostile) `id`/to ken\n/var/lib/e t'c$d; rm -rf x\n"),
        ToolRun.of("bash", file.toString()));
    assertFalse(Files.exists(Path.of("/tmp/strake-hostile")));
  }

  @Test
  void rowsNameEachFileOnce() {
    String script =
        HostCluster.text(HostCluster.of(HostCluster.SPEC), "nodes/worker-1/bootstrap.sh");
    String certs = "etc/containerd/certs.d/registry.example.net";
    assertTrue(
        script.contains(
            "0644 files/" + certs + "%3a5000/hosts.toml /" + certs + ":5000/hosts.toml\n"),
        () -> script.substring(0, 4000));
  }

  @Test
  void aRedHatFamilyUsesItsOwnTools() {
    ResolvedCluster cluster =
        HostCluster.with("family: ubuntu, version: \"24.04\"", "family: rocky");
    String script = HostCluster.text(cluster, "nodes/worker-1/bootstrap.sh");
    assertTrue(script.contains("dnf -y"));
    assertFalse(script.contains("apt-get"));
    assertTrue(
        HostCluster.text(cluster, "nodes/worker-1/files/etc/yum.repos.d/kubernetes.repo")
            .endsWith(
                """
                [kubernetes]
                name=kubernetes
                baseurl=https://pkgs.k8s.io/core:/stable:/v1.36/rpm/
                enabled=1
                gpgcheck=1
                gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-kubernetes
                exclude=kubelet kubeadm kubectl cri-tools kubernetes-cni
                """));
    assertEquals(
        List.of("server 192.0.2.2 iburst"),
        HostCluster.text(cluster, "nodes/worker-1/files/etc/chrony.conf")
            .lines()
            .filter(line -> line.startsWith("server"))
            .toList());
  }
}
