package dev.strake.component;

import static dev.strake.component.ComponentCodes.INVALID_VALUE;
import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.value.DnsSubdomain;
import dev.strake.value.KubernetesVersion;
import java.util.Locale;

/**
 * How a node registers itself: {@code nodeRegistration} of InitConfiguration and JoinConfiguration.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateNodeRegistrationOptions
 *     in kubeadm</a>
 */
final class NodeRegistrationRule implements ConfigRule {

  @Override
  public void check(Section config, KubernetesVersion release) {
    Section node = config.at("nodeRegistration");
    name(node.at("name"));
    KubeadmFields.socket(node.at("criSocket"));
    KubeadmFields.extraArgs(node.at("kubeletExtraArgs"));
    KubeadmFields.imagePullPolicy(node.at("imagePullPolicy"));
    KubeadmFields.ignoredPreflightErrors(node.at("ignorePreflightErrors"));
    Taints.check(node.at("taints"), KUBELET);
  }

  /**
   * GetHostname in cmd/kubeadm/app/util/config trims and lower-cases first; empty is the host's.
   */
  private static void name(Section name) {
    String text = name.text();
    if (text.isEmpty()) {
      return;
    }
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    DnsSubdomain.parse(trimmed)
        .match(
            ok -> true,
            bad -> {
              name.report(INVALID_VALUE, new Problem("is not " + bad.reason(), bad.help()));
              return false;
            });
  }
}
