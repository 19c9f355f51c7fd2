package dev.strake.generate.controlplane;

import dev.strake.generate.ConfigDocument;
import dev.strake.value.KubernetesVersion;
import java.util.List;

/**
 * Whom the API server answers without credentials, and where.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-authenticator-configuration">Kubernetes:
 *     anonymous authenticator configuration</a>
 */
record AuthenticationConfiguration(String apiVersion, Anonymous anonymous)
    implements ConfigDocument {

  /** The release whose API servers read version v1 of the file; those before it read v1beta1. */
  private static final int STABLE_MINOR = 34;

  /** Requests without credentials to other paths than these are refused. */
  record Anonymous(boolean enabled, List<Condition> conditions) {}

  record Condition(String path) {}

  /** Load balancers, kubelets and kubeadm ask these three paths without credentials. */
  static AuthenticationConfiguration ofHealthEndpoints(KubernetesVersion kubernetes) {
    return new AuthenticationConfiguration(
        "apiserver.config.k8s.io/" + (kubernetes.minor() < STABLE_MINOR ? "v1beta1" : "v1"),
        new Anonymous(
            true,
            List.of(new Condition("/livez"), new Condition("/readyz"), new Condition("/healthz"))));
  }
}
