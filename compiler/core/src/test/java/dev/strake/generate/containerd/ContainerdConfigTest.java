package dev.strake.generate.containerd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.generate.containerd.ContainerdConfig.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerdConfigTest {

  private static final String HEADER =
      "# Written by Strake from the cluster's description; change it there.\n";

  private static final String PAUSE = "registry.k8s.io/pause:3.10.2";

  @Test
  void containerd1ReadsVersion2() {
    assertEquals(
        HEADER
            + """
            version = 2

            [plugins."io.containerd.grpc.v1.cri"]
              sandbox_image = "registry.k8s.io/pause:3.10.2"

            [plugins."io.containerd.grpc.v1.cri".registry]
              config_path = "/etc/containerd/certs.d"

            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
              runtime_type = "io.containerd.runc.v2"

            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
              SystemdCgroup = true
            """,
        new ContainerdConfig(Layout.VERSION_2, PAUSE, true, "/etc/containerd/certs.d").text());
  }

  @Test
  void containerd2ReadsVersion3() {
    assertEquals(
        HEADER
            + """
            version = 3

            [plugins."io.containerd.cri.v1.images".pinned_images]
              sandbox = "registry.k8s.io/pause:3.10.2"

            [plugins."io.containerd.cri.v1.images".registry]
              config_path = "/etc/containerd/certs.d"

            [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
              runtime_type = "io.containerd.runc.v2"

            [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
              SystemdCgroup = false
            """,
        new ContainerdConfig(Layout.VERSION_3, PAUSE, false, "/etc/containerd/certs.d").text());
  }

  @Test
  void mirrorsAreTriedInTheirOrder() {
    assertEquals(
        HEADER
            + """

            [host."https://one.example.net/v2/docker.io"]
              capabilities = ["pull", "resolve"]
              override_path = true
              ca = "/etc/containerd/certs.d/docker.io/ca.crt"

            [host."https://two.example.net"]
              capabilities = ["pull", "resolve"]
              override_path = true
              ca = "/etc/containerd/certs.d/docker.io/ca.crt"
            """,
        new RegistryHosts(
                List.of("https://one.example.net/v2/docker.io", "https://two.example.net"),
                true,
                "/etc/containerd/certs.d/docker.io/ca.crt")
            .text());
  }

  @Test
  void nothingLeavesItsString() {
    assertEquals("\"a\\\"]\\\\\\u000a\\u007fü\"", TomlText.quote("a\"]\\\n\u007fü"));
  }
}
