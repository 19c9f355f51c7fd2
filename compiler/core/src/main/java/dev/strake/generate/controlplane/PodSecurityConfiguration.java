package dev.strake.generate.controlplane;

import dev.strake.generate.ConfigDocument;
import dev.strake.spec.Key;
import java.util.List;

/**
 * The Pod Security Standards of namespaces that have no labels of their own for them.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-admission-controller/">Kubernetes:
 *     Pod Security admission configuration</a>
 */
record PodSecurityConfiguration(Defaults defaults, Exemptions exemptions)
    implements ConfigDocument {

  /** A level of each mode, and whose release's level it is. */
  record Defaults(
      String enforce,
      @Key("enforce-version") String enforceVersion,
      String audit,
      @Key("audit-version") String auditVersion,
      String warn,
      @Key("warn-version") String warnVersion) {}

  /**
   * What admission does not look at. A user or a runtime class that is exempt is a way around it in
   * every namespace; there is none.
   *
   * @param namespaces none of them twice, which the API server refuses
   */
  record Exemptions(List<String> usernames, List<String> runtimeClasses, List<String> namespaces) {}

  @Override
  public String apiVersion() {
    return "pod-security.admission.config.k8s.io/v1";
  }
}
