package dev.strake.component;

import static dev.strake.component.ComponentCodes.INVALID_VALUE;
import static dev.strake.component.ComponentCodes.MISSING_FIELD;

import dev.strake.value.KubernetesVersion;
import java.util.List;

/**
 * ResetConfiguration.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateResetConfiguration
 *     and ValidateUnmountFlags in kubeadm</a>
 */
final class ResetRule implements ConfigRule {

  private static final List<String> UNMOUNT_FLAGS =
      List.of("MNT_FORCE", "MNT_DETACH", "MNT_EXPIRE", "UMOUNT_NOFOLLOW");

  @Override
  public void check(Section config, KubernetesVersion release) {
    KubeadmFields.socket(config.at("criSocket"));
    KubeadmFields.absolutePath(config.at("certificatesDir"));
    for (Section flag : config.items("unmountFlags")) {
      if (flag.text().isEmpty()) {
        flag.report(MISSING_FIELD, "is empty: write " + Words.oneOf(UNMOUNT_FLAGS));
      }
      Words.check(flag, INVALID_VALUE, UNMOUNT_FLAGS);
    }
    KubeadmFields.ignoredPreflightErrors(config.at("ignorePreflightErrors"));
  }
}
