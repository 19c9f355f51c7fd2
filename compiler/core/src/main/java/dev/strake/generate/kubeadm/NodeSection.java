package dev.strake.generate.kubeadm;

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
import org.jspecify.annotations.Nullable;

/** The parts of init and join that speak of one machine, and where they come from. */
final class NodeSection {

  private static final String CONTAINERD = "unix:///run/containerd/containerd.sock";
  private static final String PATCHES = "/etc/kubernetes/patches";
  private static final NodePath REGISTRATION = NodePath.of("nodeRegistration");

  private final ResolvedCluster cluster;
  private final ResolvedNode node;

  NodeSection(ResolvedCluster cluster, ResolvedNode node) {
    this.cluster = cluster;
    this.node = node;
  }

  NodeRegistration registration() {
    List<NodeTaint> taints = node.taints().stream().map(NodeTaint::of).toList();
    return new NodeRegistration(node.name(), CONTAINERD, taints, kubeletFlags());
  }

  /** The address is always told: with two network cards the kubelet may choose the wrong one. */
  private List<Argument> kubeletFlags() {
    List<Argument> flags = new ArrayList<>();
    flags.add(new Argument("node-ip", node.node().address().toString()));
    if (!node.labels().isEmpty()) {
      flags.add(new Argument("node-labels", labels()));
    }
    return flags;
  }

  private String labels() {
    return node.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  ApiEndpoint endpoint() {
    return new ApiEndpoint(node.node().address().toString(), cluster.endpoint().bindPort());
  }

  /** Null if the node has none: kubeadm refuses a directory that is not there. */
  @Nullable Patches patches() {
    return hasReservations() ? new Patches(PATCHES) : null;
  }

  boolean hasReservations() {
    return !node.systemReserved().isEmpty() || !node.kubeReserved().isEmpty();
  }

  /** Places of {@link #registration()}. */
  SourceMap sources() {
    Origins origins = cluster.origins();
    SourceRange address = origins.of(node.node(), Node::address).range();
    SourceRange labels = origins.of(template(), NodeTemplate::labels).range();
    NodePath flags = REGISTRATION.key("kubeletExtraArgs");
    return SourceMap.of(origins.of(node.node()).range())
        .with(REGISTRATION.key("name"), origins.of(node.node(), Node::name).range())
        .with(REGISTRATION.key("taints"), origins.of(template(), NodeTemplate::taints).range())
        .with(flags.index(0), address)
        .with(flags.index(1), labels)
        .with(NodePath.of("patches"), reservations());
  }

  /** Where {@link #endpoint()} comes from. */
  SourceRange address() {
    return cluster.origins().of(node.node(), Node::address).range();
  }

  /** What caused the node's reservations. */
  SourceRange reservations() {
    return cluster.origins().of(template(), NodeTemplate::kubelet).range();
  }

  private NodeTemplate template() {
    NodePool pool = node.pool();
    return pool.template();
  }
}
