package dev.strake.generate.containerd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registry's hosts.toml: where its images are fetched instead. containerd reads it at every pull
 * and goes to the registry itself when no endpoint has the image.
 *
 * @param caFile on the host; null for the system's authorities
 * @param overridePath whether endpoints hold the whole path, so that /v2 is not added
 * @see <a href="https://github.com/containerd/containerd/blob/main/docs/hosts.md">containerd:
 *     registry hosts</a>
 */
record RegistryHosts(List<String> endpoints, boolean overridePath, @Nullable String caFile) {

  RegistryHosts {
    endpoints = List.copyOf(endpoints);
  }

  String text() {
    TomlText text = new TomlText();
    text.comment("Written by Strake from the cluster's description; change it there.");
    for (String endpoint : endpoints) {
      text.table("host", endpoint);
      text.entry("capabilities", List.of("pull", "resolve"));
      if (overridePath) {
        text.entry("override_path", true);
      }
      if (caFile != null) {
        text.entry("ca", caFile);
      }
    }
    return text.toString();
  }
}
