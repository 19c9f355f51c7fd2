package dev.strake.component;

import static dev.strake.component.ComponentCodes.INVALID_VALUE;

import dev.strake.diagnostic.DidYouMean;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import dev.strake.versions.Feature;
import dev.strake.versions.MinorVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * ClusterConfiguration, but for its networks and its etcd.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateClusterConfiguration
 *     in kubeadm</a>
 */
final class ClusterRule implements ConfigRule {

  @Override
  public void check(Section config, KubernetesVersion release) {
    KubeadmFields.imageRepository(config.at("dns").at("imageRepository"));
    KubeadmFields.imageRepository(config.at("imageRepository"));
    KubeadmFields.lowerCasedCertificateNames(config.at("apiServer").at("certSANs"));
    for (String component : List.of("apiServer", "controllerManager", "scheduler")) {
      KubeadmFields.extraArgs(config.at(component).at("extraArgs"));
    }
    KubeadmFields.absolutePath(config.at("certificatesDir"));
    featureGates(config.at("featureGates"), release);
    version(config.at("kubernetesVersion"), release);
    Section endpoint = config.at("controlPlaneEndpoint");
    if (!endpoint.text().isEmpty()) {
      endpoint.report(INVALID_VALUE, HostPorts.endpoint(endpoint.text()));
    }
    Words.check(config.at("encryptionAlgorithm"), INVALID_VALUE, algorithms(release));
  }

  private static void version(Section version, KubernetesVersion release) {
    if (!version.text().isEmpty()) {
      version.report(INVALID_VALUE, VersionTexts.check(version.text(), release));
    }
  }

  /** ValidateFeatureGates. */
  private static void featureGates(Section gates, KubernetesVersion release) {
    List<String> known = KubeadmGates.of(release);
    for (String name : gates.names()) {
      if (!known.contains(name)) {
        String problem =
            "is %s, which is no feature gate of kubeadm %s"
                .formatted(Quoted.of(name), release.minorText());
        String help =
            DidYouMean.of(name, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("gates of Kubernetes go into the components' arguments");
        gates.at(name).report(INVALID_VALUE, new Problem(problem, help));
      }
    }
  }

  /** ValidateEncryptionAlgorithm. */
  private static List<String> algorithms(KubernetesVersion release) {
    List<String> known = new ArrayList<>(List.of("RSA-2048", "RSA-3072", "RSA-4096", "ECDSA-P256"));
    if (Feature.ENCRYPTION_ALGORITHM_ECDSA_P384.in(MinorVersion.of(release)).isOn()) {
      known.add("ECDSA-P384");
    }
    return known;
  }
}
