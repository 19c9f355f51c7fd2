package dev.strake.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A machine that has a folder of the output, with a bootstrap.sh that makes it what it shall be.
 *
 * @param name of the node or the load balancer; a machine that is both is two hosts of one name
 * @param address by which the machine is reached, IPv4 or IPv6, without brackets
 * @param kubernetesVersion of its kubelet, as in {@code v1.36.4}; empty for a load balancer
 * @param files that the host gets, as they are in its folder, sorted by path; cloud-init.yaml,
 *     which is only another wrapping of them, is not among them
 */
public record Host(
    String name,
    HostRole role,
    String address,
    Optional<String> kubernetesVersion,
    List<HostFile> files) {

  private static final String CLOUD_INIT = "cloud-init.yaml";
  private static final int DEPTH = 2;

  public Host {
    files = List.copyOf(files);
  }

  /**
   * A host with those of a cluster's artifacts that are in its folder.
   *
   * @param artifacts sorted by path
   */
  public static Host of(
      String name,
      HostRole role,
      String address,
      Optional<String> kubernetesVersion,
      List<Artifact> artifacts) {
    List<String> folder = ArtifactPath.of(role.folder(), name).segments();
    List<HostFile> files =
        artifacts.stream()
            .filter(artifact -> isBelow(artifact.path().segments(), folder))
            .map(Host::file)
            .filter(file -> !file.path().equals(CLOUD_INIT))
            .sorted()
            .toList();
    return new Host(name, role, address, kubernetesVersion, files);
  }

  private static boolean isBelow(List<String> path, List<String> folder) {
    return path.size() > DEPTH && path.subList(0, DEPTH).equals(folder);
  }

  private static HostFile file(Artifact artifact) {
    List<String> path = artifact.path().segments();
    return new HostFile(
        String.join("/", path.subList(DEPTH, path.size())), artifact.mode(), artifact.text());
  }

  /** The host's folder below the cluster's: {@code nodes/cp-1}. */
  public String folder() {
    return ArtifactPath.of(role.folder(), name).toString();
  }

  /**
   * The sums of all files, as {@code sha256sum} prints them and reads them with {@code --check}.
   */
  public String sums() {
    StringBuilder sums = new StringBuilder();
    files.forEach(
        file -> sums.append(file.sha256()).append("  ./").append(file.path()).append('\n'));
    return sums.toString();
  }

  /**
   * What bootstrap.sh records once all of the folder is applied: the SHA-256 of {@link #sums}. It
   * says nothing of modes, which bootstrap.sh sets itself.
   */
  public String digest() {
    return Sha256.of(sums().getBytes(StandardCharsets.UTF_8));
  }
}
