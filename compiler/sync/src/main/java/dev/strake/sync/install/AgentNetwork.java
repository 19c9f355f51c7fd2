package dev.strake.sync.install;

import dev.strake.git.RemoteAddress;
import dev.strake.sync.configuration.RepositoryConfiguration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who talks to the agent, and whom it talks to. */
final class AgentNetwork {

  /** The API server's: behind its Service, and at kubeadm's nodes. */
  private static final Set<Integer> API_SERVER = Set.of(443, 6443);

  private AgentNetwork() {}

  /** Whether there are webhooks to listen for. */
  static boolean listens(Installation installation) {
    return installation.configuration().webhookPort() != 0
        && !installation.configuration().webhooks().isEmpty();
  }

  static List<HasMetadata> of(Installation installation, Map<String, String> labels) {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(service(installation, labels));
    objects.add(policy(installation, labels));
    return objects;
  }

  private static HasMetadata service(Installation installation, Map<String, String> labels) {
    ServiceBuilder service =
        new ServiceBuilder()
            .withNewMetadata()
            .withName(Installation.NAME)
            .withNamespace(installation.namespace())
            .withLabels(labels)
            .endMetadata()
            .withNewSpec()
            .withType("ClusterIP")
            .withSelector(labels)
            .addNewPort()
            .withName(AgentDeployment.STATUS_PORT)
            .withPort(installation.configuration().statusPort())
            .withProtocol("TCP")
            .withTargetPort(new IntOrString(AgentDeployment.STATUS_PORT))
            .endPort()
            .endSpec();
    if (listens(installation)) {
      service
          .editSpec()
          .addNewPort()
          .withName(AgentDeployment.WEBHOOK_PORT)
          .withPort(installation.configuration().webhookPort())
          .withProtocol("TCP")
          .withTargetPort(new IntOrString(AgentDeployment.WEBHOOK_PORT))
          .endPort()
          .endSpec();
    }
    return service.build();
  }

  private static HasMetadata policy(Installation installation, Map<String, String> labels) {
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName(Installation.NAME)
        .withNamespace(installation.namespace())
        .withLabels(labels)
        .endMetadata()
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(labels)
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(ingress(installation))
        .withEgress(dns(), outside(installation))
        .endSpec()
        .build();
  }

  /** Pods of any namespace: an Ingress controller's, and those that collect metrics. */
  private static NetworkPolicyIngressRule ingress(Installation installation) {
    List<NetworkPolicyPort> ports = new ArrayList<>();
    ports.add(port("TCP", installation.configuration().statusPort()));
    if (listens(installation)) {
      ports.add(port("TCP", installation.configuration().webhookPort()));
    }
    return new NetworkPolicyIngressRuleBuilder()
        .addNewFrom()
        .withNewNamespaceSelector()
        .endNamespaceSelector()
        .endFrom()
        .withPorts(ports)
        .build();
  }

  private static NetworkPolicyEgressRule dns() {
    return new NetworkPolicyEgressRuleBuilder()
        .addNewTo()
        .withNewNamespaceSelector()
        .withMatchLabels(Map.of("kubernetes.io/metadata.name", "kube-system"))
        .endNamespaceSelector()
        .withNewPodSelector()
        .withMatchLabels(Map.of("k8s-app", "kube-dns"))
        .endPodSelector()
        .endTo()
        .withPorts(port("UDP", 53), port("TCP", 53))
        .build();
  }

  /** API servers and Git hosts, which have no address that could be written down here. */
  private static NetworkPolicyEgressRule outside(Installation installation) {
    Set<Integer> ports = new TreeSet<>(API_SERVER);
    for (RepositoryConfiguration repository : installation.configuration().repositories()) {
      gitPort(repository.address(), ports);
    }
    return new NetworkPolicyEgressRuleBuilder()
        .withPorts(ports.stream().map(port -> port("TCP", port)).toList())
        .build();
  }

  private static void gitPort(RemoteAddress address, Set<Integer> ports) {
    address.port().ifPresent(ports::add);
  }

  private static NetworkPolicyPort port(String protocol, int port) {
    return new NetworkPolicyPort(null, new IntOrString(port), protocol);
  }
}
