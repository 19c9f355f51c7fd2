package dev.strake.component;

import static dev.strake.component.ComponentCodes.CONFLICT;
import static dev.strake.component.ComponentCodes.INVALID_VALUE;

import dev.strake.value.KubernetesVersion;
import java.util.List;

/**
 * InitConfiguration, but for its node registration.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateInitConfiguration
 *     and ValidateBootstrapTokens in kubeadm</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/bootstraptoken/v1/defaults.go">SetDefaults_BootstrapToken
 *     in kubeadm</a>
 */
final class InitRule implements ConfigRule {

  @Override
  public void check(Section config, KubernetesVersion release) {
    for (Section token : config.items("bootstrapTokens")) {
      bootstrapToken(token);
    }
    ApiEndpoints.check(config.at("localAPIEndpoint"));
    KubeadmFields.certificateKey(config.at("certificateKey"));
  }

  private static void bootstrapToken(Section token) {
    for (Section usage : token.items("usages")) {
      usage.report(INVALID_VALUE, BootstrapTokens.usage(usage.text()));
    }
    for (Section group : token.items("groups")) {
      group.report(INVALID_VALUE, BootstrapTokens.group(group.text()));
    }
    List<String> usages = token.items("usages").stream().map(Section::text).toList();
    if (!BootstrapTokens.mayHaveGroups(usages)) {
      // Without groups of its own, a token gets the default one, and is refused all the same.
      Section at = token.has("groups") ? token.at("groups") : token.at("usages");
      at.report(
          CONFLICT,
          new Problem(
              "do not go together: only a token for authentication is in groups",
              "add authentication to the usages"));
    }
    if (token.has("expires")) {
      expires(token);
    }
  }

  private static void expires(Section token) {
    Section expires = token.at("expires");
    boolean both = token.has("ttl");
    String reason = both ? "stands beside ttl" : "stands beside the ttl of 24h that kubeadm adds";
    Problem problem =
        new Problem(
            reason + ", and only one of them may say when the token ends", "write ttl alone");
    var finding = expires.finding(CONFLICT, problem);
    expires
        .sink()
        .report(both ? finding.withRelated(token.at("ttl").place(), "ttl is here") : finding);
  }
}
