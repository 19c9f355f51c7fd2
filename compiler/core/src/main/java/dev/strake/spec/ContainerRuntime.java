package dev.strake.spec;

import dev.strake.value.HttpsUrl;
import dev.strake.value.ImageReference;
import dev.strake.value.RegistryHost;
import dev.strake.value.RelativePath;
import dev.strake.value.SemanticVersion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Doc("What runs containers on the machines.")
public record ContainerRuntime(
    @Doc(value = "containerd.", byDefault = "{}") Containerd containerd,
    @Doc("Mirrors by the registry that they stand for: docker.io, or _default for all others.")
        Map<RegistryHost, RegistryMirror> registryMirrors) {

  @Doc("containerd's version and settings.")
  public record Containerd(
      @Doc(value = "Its release, without v.", byDefault = "2.3.2") SemanticVersion version,
      @Doc(
              value = "The image that holds a pod's namespaces.",
              byDefault = "registry.k8s.io/pause:3.10.2")
          ImageReference sandboxImage,
      @Doc(
              value =
                  "The repository of its package containerd.io, laid out as Docker's, without the"
                      + " path of a distribution.",
              byDefault = "https://download.docker.com")
          HttpsUrl repository,
      @Doc(value = "systemd keeps the control groups, as the kubelet expects.", byDefault = "true")
          Boolean systemdCgroup) {}

  @Doc("Where images of a registry are fetched instead.")
  public record RegistryMirror(
      @Doc("Tried in this order before the registry itself.") @NotEmpty List<HttpsUrl> endpoints,
      @Doc(value = "The endpoints hold the whole path, and /v2 is not added.", byDefault = "false")
          Boolean overridePath,
      @Doc("A certificate authority in PEM, in the repository. Absent: the system's.")
          @Nullable RelativePath caFile) {}
}
