package dev.strake.generate.kubevip;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/**
 * kube-vip as the kubelet runs it. It talks to the API server beside it, whose certificate kubeadm
 * makes for the name {@code kubernetes} too, as the cluster's administrator.
 *
 * @see <a href="https://kube-vip.io/docs/installation/static/">kube-vip: static pods</a>
 * @see <a
 *     href="https://github.com/kube-vip/kube-vip/blob/v1.2.3/pkg/kubevip/config_generator.go">kube-vip's
 *     own generator of this pod</a>
 */
final class KubeVipPod {

  private static final String NAME = "kube-vip";
  private static final String CREDENTIALS = "kubeconfig";

  /** Built into kube-vip, and where kubeadm writes it. */
  private static final String ADMIN = "/etc/kubernetes/admin.conf";

  private KubeVipPod() {}

  /**
   * @param image with its tag or digest
   */
  static Pod of(String image, List<EnvVar> environment) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace("kube-system")
        .addToLabels("component", NAME)
        .addToLabels("tier", "control-plane")
        .endMetadata()
        .withNewSpec()
        .withPriorityClassName("system-node-critical")
        .withHostNetwork(true)
        .addNewHostAlias()
        .withIp("127.0.0.1")
        .withHostnames("kubernetes")
        .endHostAlias()
        .withNewSecurityContext()
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(container(image, environment))
        .addNewVolume()
        .withName(CREDENTIALS)
        // FileOrCreate would leave an empty file where there is none, and kubeadm join would take
        // it for an administrator's.
        .withNewHostPath(ADMIN, "File")
        .endVolume()
        .endSpec()
        .build();
  }

  /** Without a limit of CPU: who is throttled loses the lease, and the cluster its address. */
  private static Container container(String image, List<EnvVar> environment) {
    return new ContainerBuilder()
        .withName(NAME)
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .withArgs("manager")
        .withEnv(environment)
        .withNewResources()
        .addToRequests("cpu", new Quantity("50m"))
        .addToRequests("memory", new Quantity("64Mi"))
        .addToLimits("memory", new Quantity("256Mi"))
        .endResources()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withAdd("NET_ADMIN", "NET_RAW")
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName(CREDENTIALS)
        .withMountPath(ADMIN)
        .withReadOnly(true)
        .endVolumeMount()
        .build();
  }
}
