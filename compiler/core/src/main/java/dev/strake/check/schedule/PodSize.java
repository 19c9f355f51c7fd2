package dev.strake.check.schedule;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.NodeTemplate;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import dev.strake.yaml.NodePath;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether one of the machines that an object's pods may run on is large enough for one of them. */
final class PodSize {

  private final PodTemplate pod;
  private final ResolvedCluster cluster;
  private final List<ResolvedNode> open;
  private final Map<ResourceName, Quantity> asked;

  /**
   * @param open the machines that the pods may run on; at least one
   */
  PodSize(PodTemplate pod, ResolvedCluster cluster, List<ResolvedNode> open) {
    this.pod = pod;
    this.cluster = cluster;
    this.open = open;
    this.asked = PodRequests.of(pod);
  }

  /** Reports each resource of which none offers enough, or that none offers enough of all. */
  void check(DiagnosticSink sink) {
    List<Diagnostic> tooLarge =
        asked.keySet().stream().map(this::tooLarge).flatMap(Optional::stream).toList();
    tooLarge.forEach(sink::report);
    if (tooLarge.isEmpty() && open.stream().noneMatch(this::fits)) {
      sink.report(tooLargeTogether());
    }
  }

  private boolean fits(ResolvedNode node) {
    return asked.keySet().stream().allMatch(resource -> !isKnown(resource) || fits(resource, node));
  }

  private boolean fits(ResourceName resource, ResolvedNode node) {
    return amount(resource).compareTo(offered(node, resource)) <= 0;
  }

  private Optional<Diagnostic> tooLarge(ResourceName resource) {
    Comparator<ResolvedNode> byOffer = Comparator.comparing(node -> offered(node, resource));
    ResolvedNode largest = Collections.max(open, byOffer);
    if (!isKnown(resource) || fits(resource, largest)) {
      return Optional.empty();
    }
    Quantity most = offered(largest, resource);
    // Control planes keep workloads away on purpose: nobody shall be sent there.
    Optional<ResolvedNode> elsewhere =
        cluster.nodes().stream()
            .filter(node -> !node.isControlPlane() && fits(resource, node))
            .findFirst();
    ResolvedNode better = elsewhere.orElse(largest);
    return Optional.of(
        finding(
                PodRequests.path(pod, resource, amount(resource)),
                "a pod asks for %s %s, and no node that it may run on offers more than %s"
                    .formatted(resource, amount(resource), most))
            .withRelated(capacity(better, resource), "what %s has".formatted(better.name()))
            .withHelp(
                elsewhere
                    .map(node -> node.pool().name())
                    .map(
                        "let it run on the pool %s: tolerate its taints, ask for its labels"
                            ::formatted)
                    .orElse("ask for at most %s, or add larger machines".formatted(most))));
  }

  private Diagnostic tooLargeTogether() {
    String all =
        asked.entrySet().stream()
            .filter(entry -> isKnown(entry.getKey()))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return finding(
            PodRequests.path(pod),
            "a pod asks for %s, and no node that it may run on offers all of it".formatted(all))
        .withHelp("ask for less of one of them, or add machines that have enough of each");
  }

  /**
   * Every machine has CPU, memory and a disk, so each must say how much. Devices are on some of
   * them: where one of the cluster's says so, the others have none.
   */
  private boolean isKnown(ResourceName resource) {
    return resource.isCompute()
        ? open.stream().allMatch(node -> node.allocatable().containsKey(resource))
        : cluster.nodes().stream().anyMatch(node -> node.allocatable().containsKey(resource));
  }

  private Quantity amount(ResourceName resource) {
    return asked.getOrDefault(resource, Quantity.ZERO);
  }

  private static Quantity offered(ResolvedNode node, ResourceName resource) {
    return node.allocatable().getOrDefault(resource, Quantity.ZERO);
  }

  private SourceRange capacity(ResolvedNode node, ResourceName resource) {
    return cluster
        .origins()
        .ofEntry(node.pool().template(), NodeTemplate::capacity, resource)
        .range();
  }

  private Diagnostic finding(NodePath path, String message) {
    return pod.object().finding(Unschedulable.UNSCHEDULABLE, path, message);
  }
}
