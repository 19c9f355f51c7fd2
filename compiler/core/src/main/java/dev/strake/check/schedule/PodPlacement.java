package dev.strake.check.schedule;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Taint;
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
        chosen.stream().filter(node -> repellents(node, tolerations).isEmpty()).toList();
    if (chosen.isEmpty()) {
      sink.report(noneChosen());
    } else if (open.isEmpty()) {
      sink.report(allTainted(chosen, tolerations));
    } else {
      new PodSize(pod, cluster, open).check(sink);
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
              choice.path(pod.path()), "no node has the labels that the pods ask for all together")
          .withHelp("ask for labels that one pool has");
    }
    Requirement asked = impossible.get();
    return finding(asked.path(), "no node matches " + asked).withHelp(labelHelp(asked));
  }

  private String labelHelp(Requirement asked) {
    List<String> there =
        cluster.nodes().stream()
            .flatMap(node -> asked.value(node, labels).stream())
            .distinct()
            .sorted()
            .limit(MOST_LISTED)
            .toList();
    if (!there.isEmpty()) {
      return "nodes have %s for %s".formatted(quoted(there), asked.key());
    }
    return "add %s: \"%s\" to %s in a pool's template, or leave it out here"
        .formatted(asked.key(), asked.example(), labels.field(asked.key()));
  }

  /** The empty text is a value too. */
  private static String quoted(List<String> values) {
    return values.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
  }

  private static List<Taint> repellents(ResolvedNode node, List<Toleration> tolerations) {
    return node.taints().stream()
        .filter(Taint::repels)
        .filter(taint -> tolerations.stream().noneMatch(one -> one.tolerates(taint)))
        .toList();
  }

  private Diagnostic allTainted(List<ResolvedNode> chosen, List<Toleration> tolerations) {
    String names =
        chosen.stream()
            .flatMap(node -> repellents(node, tolerations).stream())
            .map(Taint::toString)
            .distinct()
            .limit(MOST_LISTED)
            .collect(Collectors.joining(", "));
    List<Taint> missing =
        chosen.stream()
            .sorted(Comparator.comparing(ResolvedNode::isControlPlane))
            .map(node -> repellents(node, tolerations))
            .min(Comparator.comparing(List::size))
            .orElse(List.of());
    String which =
        chosen.size() == cluster.nodes().size()
            ? "every node"
            : "every node that the pods may run on";
    NodePath path =
        pod.spec().get("tolerations").isPresent()
            ? pod.path().key("tolerations")
            : choice.path(pod.path());
    return finding(path, "%s has a taint that they do not tolerate: %s".formatted(which, names))
        .withRelated(cluster.origins().of(missing.get(0), Taint::key).range(), "the taint")
        .withHelp(
            missing.stream()
                .map(PodPlacement::toleration)
                .collect(Collectors.joining(", ", "add to tolerations: ", "")));
  }

  private static String toleration(Taint taint) {
    String matches =
        taint.value() == null
            ? "operator: Exists"
            : "operator: Equal, value: \"%s\"".formatted(taint.value());
    return "{key: %s, %s, effect: %s}".formatted(taint.key(), matches, taint.effect());
  }

  private Diagnostic finding(NodePath path, String message) {
    return pod.object().finding(Unschedulable.UNSCHEDULABLE, path, message);
  }
}
