package dev.strake.join.namespace;

/**
 * Namespaces that every cluster has.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces">Kubernetes:
 *     initial namespaces</a>
 */
final class SystemNamespaces {

  private SystemNamespaces() {}

  /** Names that begin with {@code kube-} are kept for Kubernetes. */
  static boolean has(String name) {
    return name.equals("default") || name.startsWith("kube-");
  }
}
