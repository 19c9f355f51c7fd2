package dev.strake.check.schedule;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Taint;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlScalar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for a machine for one object's pods, as the scheduler would, and says why there is none.
 */
final class PodPlacement {

  private static final int MOST_LISTED = 5;

  private final PodTemplate pod;
  private final ResolvedCluster cluster;
  private final NodeLabels labels;
  private final NodeChoice choice;
  private final DiagnosticSink sink;

  PodPlacement(PodTemplate pod, ResolvedCluster cluster, NodeLabels labels, DiagnosticSink sink) {
    this.pod = pod;
    this.cluster = cluster;
    this.labels = labels;
    this.choice = NodeChoice.of(pod);
    this.sink = sink;
  }

  /** Reports the first reason for which there is none. */
  void check() {
    Optional<YamlScalar> name = pod.spec().scalar("nodeName").filter(s -> !s.isNull());
    if (name.isPresent()) {
      checkNamed(name.get().value());
      return;
    }
    List<ResolvedNode> chosen =
        cluster.nodes().stream().filter(node -> choice.mayMatch(node, labels)).toList();
    List<Toleration> tolerations = Toleration.of(pod);
    List<ResolvedNode> open =
        chosen.stream().filter(node -> repellent(node, tolerations).isEmpty()).toList();
    if (chosen.isEmpty()) {
      sink.report(noneChosen());
    } else if (open.isEmpty()) {
      sink.report(allTainted(chosen, tolerations));
    } else {
      PodRequests.of(pod).forEach((resource, asked) -> checkSize(resource, asked, open));
    }
  }

  /** A pod with a node's name goes past the scheduler, and its taints. */
  private void checkNamed(String name) {
    List<String> names = cluster.nodes().stream().map(ResolvedNode::name).toList();
    if (!names.contains(name)) {
      Diagnostic finding = finding(pod.path().key("nodeName"), "the cluster has no node " + name);
      sink.report(
          finding.withHelp(
              DidYouMean.of(name, names)
                  .map(meant -> "did you mean " + meant + "?")
                  .orElse("leave nodeName out, and choose nodes by a nodeSelector")));
    }
  }

  private Diagnostic noneChosen() {
    Optional<Requirement> impossible = choice.impossible(cluster.nodes(), labels);
    if (impossible.isEmpty()) {
      return finding(
              choice.path(pod.path()), "no node has all the labels that the pods ask for together")
          .withHelp("ask for labels that one pool has");
    }
    Requirement asked = impossible.get();
    return finding(asked.path(), "no node has the label " + asked).withHelp(labelHelp(asked));
  }

  private String labelHelp(Requirement asked) {
    List<String> there =
        cluster.nodes().stream()
            .flatMap(node -> labels.value(node, asked.key()).stream())
            .distinct()
            .sorted()
            .limit(MOST_LISTED)
            .toList();
    return there.isEmpty()
        ? "add the label %s to a pool's template, or leave it out here".formatted(asked.key())
        : "nodes have %s for %s".formatted(String.join(", ", there), asked.key());
  }

  private static Optional<Taint> repellent(ResolvedNode node, List<Toleration> tolerations) {
    return node.taints().stream()
        .filter(Taint::repels)
        .filter(taint -> tolerations.stream().noneMatch(one -> one.tolerates(taint)))
        .findFirst();
  }

  private Diagnostic allTainted(List<ResolvedNode> chosen, List<Toleration> tolerations) {
    List<Taint> taints =
        chosen.stream()
            .flatMap(node -> repellent(node, tolerations).stream())
            .distinct()
            .limit(MOST_LISTED)
            .toList();
    String names = taints.stream().map(Taint::toString).collect(Collectors.joining(", "));
    String which =
        chosen.size() == cluster.nodes().size()
            ? "every node"
            : "every node that the pods may run on";
    NodePath path =
        pod.spec().get("tolerations").isPresent()
            ? pod.path().key("tolerations")
            : choice.path(pod.path());
    Taint first = taints.get(0);
    return finding(path, "%s has a taint that they do not tolerate: %s".formatted(which, names))
        .withRelated(cluster.origins().of(first, Taint::key).range(), "the taint")
        .withHelp("add a toleration: " + toleration(first));
  }

  private static String toleration(Taint taint) {
    String matches =
        taint.value() == null
            ? "operator: Exists"
            : "operator: Equal, value: \"%s\"".formatted(taint.value());
    return "{key: %s, %s, effect: %s}".formatted(taint.key(), matches, taint.effect());
  }

  private void checkSize(ResourceName resource, Quantity asked, List<ResolvedNode> open) {
    boolean known = open.stream().allMatch(node -> node.allocatable().containsKey(resource));
    if (!known) {
      return;
    }
    Quantity most =
        open.stream()
            .map(node -> node.allocatable().getOrDefault(resource, Quantity.ZERO))
            .max(Comparator.naturalOrder())
            .orElse(Quantity.ZERO);
    if (asked.compareTo(most) > 0) {
      sink.report(
          finding(
                  PodRequests.path(pod, resource),
                  "a pod asks for %s %s, and no node that it may run on offers more than %s"
                      .formatted(resource, asked, most))
              .withHelp("ask for at most %s, or add larger machines".formatted(most)));
    }
  }

  private Diagnostic finding(NodePath path, String message) {
    return pod.object().finding(Unschedulable.UNSCHEDULABLE, path, message);
  }
}
