package dev.strake.component;

import static dev.strake.component.ComponentCodes.CONFLICT;
import static dev.strake.component.ComponentCodes.INVALID_VALUE;
import static dev.strake.component.ComponentCodes.KUBEADM_RUN;
import static dev.strake.component.ComponentCodes.MISSING_FIELD;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JoinConfiguration, but for its node registration.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateJoinConfiguration
 *     and ValidateDiscovery in kubeadm</a>
 */
final class JoinRule implements ConfigRule {

  private static final Pattern CA_HASH = Pattern.compile("(?i:sha256):[0-9a-fA-F]{64}");

  @Override
  public void check(Section config, KubernetesVersion release) {
    discovery(config.at("discovery"));
    Section controlPlane = config.at("controlPlane");
    ApiEndpoints.check(controlPlane.at("localAPIEndpoint"));
    KubeadmFields.certificateKey(controlPlane.at("certificateKey"));
    Section ca = config.at("caCertPath");
    boolean fine = ca.text().startsWith("/") && ca.text().endsWith(".crt");
    if (!ca.text().isEmpty() && !fine) {
      ca.report(
          INVALID_VALUE,
          new Problem(
              "is %s, which is no absolute path of a .crt file".formatted(Quoted.of(ca.text())),
              "write it as in /etc/kubernetes/pki/ca.crt"));
    }
  }

  private static void discovery(Section discovery) {
    Section token = discovery.at("bootstrapToken");
    Section file = discovery.at("file");
    if (!token.exists() && !file.exists()) {
      discovery.report(
          MISSING_FIELD,
          new Problem("says nothing of how to find the cluster", "write file or bootstrapToken"));
    }
    if (token.exists() && file.exists()) {
      Problem both = new Problem("stands beside discovery.file", "keep one of them");
      discovery
          .sink()
          .report(token.finding(CONFLICT, both).withRelated(file.place(), "the file is here"));
    }
    if (token.exists()) {
      bootstrapToken(token);
    }
    if (file.exists()) {
      kubeConfigPath(file.at("kubeConfigPath"));
    }
    Section tls = discovery.at("tlsBootstrapToken");
    if (!tls.text().isEmpty()) {
      requireToken(tls);
    }
  }

  /** ValidateDiscoveryBootstrapToken and ValidateDiscoveryTokenAPIServer. */
  private static void bootstrapToken(Section discovery) {
    requireToken(discovery.at("token"));
    Section server = discovery.at("apiServerEndpoint");
    if (server.text().isEmpty()) {
      server.report(MISSING_FIELD, "is missing: write the API server's host and port");
    } else if (HostPorts.split(server.text()).isEmpty()) {
      server.report(
          INVALID_VALUE,
          new Problem(
              "is %s, which is no host with a port".formatted(Quoted.of(server.text())),
              "write it as in api.example.org:6443"));
    }
    boolean unsafe = discovery.flag("unsafeSkipCAVerification").orElse(false);
    if (discovery.items("caCertHashes").isEmpty() && !unsafe) {
      discovery
          .at("caCertHashes")
          .report(
              MISSING_FIELD,
              new Problem(
                  "is missing: anyone in the network could pretend to be the cluster",
                  "write the hash of the cluster's authority, sha256:..."));
    }
    discovery.items("caCertHashes").forEach(JoinRule::caHash);
  }

  /** Set.Allow in cmd/kubeadm/app/util/pubkeypin, which {@code kubeadm join} calls. */
  private static void caHash(Section hash) {
    if (!CA_HASH.matcher(hash.text()).matches()) {
      hash.report(
          KUBEADM_RUN,
          new Problem("is no hash of a public key", "write sha256: and 64 hexadecimal digits"));
    }
  }

  private static void requireToken(Section token) {
    if (token.text().isEmpty()) {
      token.report(MISSING_FIELD, "is missing");
    } else if (!BootstrapTokens.isToken(token.text())) {
      token.report(INVALID_VALUE, BootstrapTokens.notAToken());
    }
  }

  /**
   * ValidateDiscoveryKubeConfigPath. Whether the file is there is the host's business; a relative
   * path is refused, because it means another file in every working directory.
   */
  private static void kubeConfigPath(Section field) {
    String text = field.text();
    if (text.isEmpty()) {
      field.report(
          MISSING_FIELD, new Problem("is missing", "write an absolute path or an https URL"));
      return;
    }
    Optional<GoUrl> url = GoUrl.parse(text);
    String scheme = url.map(GoUrl::scheme).orElse("");
    // SetDefaults_FileDiscovery turns a file URL into its path.
    String path = scheme.equals("file") ? url.map(GoUrl::path).orElse("") : text;
    boolean isFile = (scheme.isEmpty() || scheme.equals("file")) && path.startsWith("/");
    if (url.isEmpty() || !(isFile || scheme.equals("https"))) {
      field.report(
          INVALID_VALUE,
          new Problem(
              "is %s, which is neither an absolute path nor an https URL"
                  .formatted(Quoted.of(text)),
              null));
    }
  }
}
