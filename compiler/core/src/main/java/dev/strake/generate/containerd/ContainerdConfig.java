package dev.strake.generate.containerd;

import dev.strake.spec.ContainerRuntime.Containerd;

/**
 * containerd's config.toml.
 *
 * @param layout as the release reads it
 * @param sandboxImage holds a pod's namespaces; never garbage-collected
 * @param systemdCgroup whether systemd keeps the control groups; the kubelet must agree
 * @param registries the folder with a folder for each registry that has mirrors
 */
record ContainerdConfig(
    Layout layout, String sandboxImage, boolean systemdCgroup, String registries) {

  /** Where a release looks for what. containerd 2 would convert the old layout at each start. */
  enum Layout {
    VERSION_2(2, "io.containerd.grpc.v1.cri", "io.containerd.grpc.v1.cri"),
    VERSION_3(3, "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime");

    private final int version;
    private final String images;
    private final String runtime;

    Layout(int version, String images, String runtime) {
      this.version = version;
      this.images = images;
      this.runtime = runtime;
    }
  }

  static ContainerdConfig of(Containerd written, String registries) {
    return new ContainerdConfig(
        written.version().major() < 2 ? Layout.VERSION_2 : Layout.VERSION_3,
        written.sandboxImage().toString(),
        written.systemdCgroup(),
        registries);
  }

  String text() {
    TomlText text = new TomlText();
    text.comment("Written by Strake from the cluster's description; change it there.");
    text.entry("version", layout.version);
    writeSandbox(text);
    text.table("plugins", layout.images, "registry");
    text.entry("config_path", registries);
    writeRuntime(text);
    return text.toString();
  }

  private void writeSandbox(TomlText text) {
    if (layout == Layout.VERSION_2) {
      text.table("plugins", layout.images);
      text.entry("sandbox_image", sandboxImage);
    } else {
      text.table("plugins", layout.images, "pinned_images");
      text.entry("sandbox", sandboxImage);
    }
  }

  /** A runtime's table takes the place of the default one, so that it names its type too. */
  private void writeRuntime(TomlText text) {
    text.table("plugins", layout.runtime, "containerd", "runtimes", "runc");
    text.entry("runtime_type", "io.containerd.runc.v2");
    text.table("plugins", layout.runtime, "containerd", "runtimes", "runc", "options");
    text.entry("SystemdCgroup", systemdCgroup);
  }
}
