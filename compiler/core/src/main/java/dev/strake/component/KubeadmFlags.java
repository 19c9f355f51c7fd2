package dev.strake.component;

import java.util.Set;

/**
 * Which flags may stand beside {@code --config} on kubeadm's command line.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateMixedArguments
 *     and isAllowedFlag in kubeadm</a>
 */
public final class KubeadmFlags {

  private static final Set<String> BESIDE_CONFIG =
      Set.of(
          "config",
          "ignore-preflight-errors",
          "dry-run",
          "kubeconfig",
          "node-name",
          "kubeconfig-dir",
          "upload-certs",
          "print-join-command",
          "rootfs",
          "v",
          "log-file",
          "yes");

  private KubeadmFlags() {}

  /**
   * Whether a flag may stand beside {@code --config}.
   *
   * @param name without leading dashes
   */
  public static boolean mayStandBesideConfig(String name) {
    return BESIDE_CONFIG.contains(name) || name.startsWith("skip-");
  }
}
