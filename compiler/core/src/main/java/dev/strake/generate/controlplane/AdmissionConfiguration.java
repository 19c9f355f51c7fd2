package dev.strake.generate.controlplane;

import dev.strake.generate.ConfigDocument;
import java.util.List;

/**
 * Which admission plugin finds its configuration where.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/apiserver-config.v1/#apiserver-config-k8s-io-v1-AdmissionConfiguration">Kubernetes:
 *     AdmissionConfiguration</a>
 */
record AdmissionConfiguration(List<Plugin> plugins) implements ConfigDocument {

  /**
   * @param path of the plugin's own file
   */
  record Plugin(String name, String path) {}

  static AdmissionConfiguration ofPodSecurity() {
    return new AdmissionConfiguration(
        List.of(new Plugin("PodSecurity", ControlPlanePaths.POD_SECURITY)));
  }

  @Override
  public String apiVersion() {
    return "apiserver.config.k8s.io/v1";
  }
}
