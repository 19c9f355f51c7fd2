package dev.strake.generate.kubeadm;

import dev.strake.generate.controlplane.ComponentFlag;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.Node;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origins;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of init and join that speak of one machine, and where they come from. */
final class NodeSection {

  private static final String CONTAINERD = "unix:///run/containerd/containerd.sock";
  private static final NodePath REGISTRATION = NodePath.of("nodeRegistration");

  private final ResolvedCluster cluster;
  private final ResolvedNode node;
  private final Arguments flags;

  NodeSection(ResolvedCluster cluster, ResolvedNode node) {
    this.cluster = cluster;
    this.node = node;
    this.flags = kubeletFlags(KubeadmApi.of(cluster.spec().spec().kubernetesVersion()));
  }

  NodeRegistration registration() {
    List<NodeTaint> taints = node.taints().stream().map(NodeTaint::of).toList();
    return new NodeRegistration(node.name(), CONTAINERD, taints, flags);
  }

  /** The address is always told: with two network cards the kubelet may choose the wrong one. */
  private Arguments kubeletFlags(KubeadmApi api) {
    List<ComponentFlag> all = new ArrayList<>();
    all.add(new ComponentFlag("node-ip", addresses(), address()));
    if (!node.labels().isEmpty()) {
      SourceRange labels = cluster.origins().of(template(), NodeTemplate::labels).range();
      all.add(new ComponentFlag("node-labels", labels(), labels));
    }
    return new Arguments(api, all);
  }

  /** One address a family, the one that the API server advertises first. */
  private String addresses() {
    Node machine = node.node();
    return machine.secondaryAddress() == null
        ? machine.address().toString()
        : machine.address() + "," + machine.secondaryAddress();
  }

  private String labels() {
    return node.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  ApiEndpoint endpoint() {
    return new ApiEndpoint(node.node().address().toString(), cluster.endpoint().bindPort());
  }

  /** Places of {@link #registration()}. */
  SourceMap sources() {
    Origins origins = cluster.origins();
    SourceMap sources =
        SourceMap.of(origins.of(node.node()).range())
            .with(REGISTRATION.key("name"), origins.of(node.node(), Node::name).range())
            .with(REGISTRATION.key("taints"), origins.of(template(), NodeTemplate::taints).range());
    return flags.addTo(sources, REGISTRATION.key("kubeletExtraArgs"));
  }

  /** Where {@link #endpoint()} comes from. */
  SourceRange address() {
    return cluster.origins().of(node.node(), Node::address).range();
  }

  private NodeTemplate template() {
    NodePool pool = node.pool();
    return pool.template();
  }
}
