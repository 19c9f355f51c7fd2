package dev.strake.component;

import dev.strake.value.KubernetesVersion;
import java.util.List;

/**
 * UpgradeConfiguration.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateUpgradeConfiguration
 *     in kubeadm</a>
 */
final class UpgradeRule implements ConfigRule {

  @Override
  public void check(Section config, KubernetesVersion release) {
    for (String command : List.of("apply", "node")) {
      Section section = config.at(command);
      if (section.has("patches")) {
        KubeadmFields.requireAbsolute(section.at("patches").at("directory"));
      }
      KubeadmFields.imagePullPolicy(section.at("imagePullPolicy"));
    }
    for (String command : List.of("apply", "node", "plan")) {
      KubeadmFields.ignoredPreflightErrors(config.at(command).at("ignorePreflightErrors"));
    }
  }
}
