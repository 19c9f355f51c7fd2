package dev.strake.check.schedule;

import dev.strake.resolve.ResolvedNode;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which nodes a pod may run on by its own wish.
 *
 * @param selector all of which must be fulfilled
 * @param terms of which one must be fulfilled, if there is any; each as a whole
 * @param affinity where the terms stand
 */
record NodeChoice(List<Requirement> selector, List<List<Requirement>> terms, NodePath affinity) {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  static NodeChoice of(PodTemplate pod) {
    NodePath affinity =
        pod.path().key("affinity").key("nodeAffinity").key(REQUIRED).key("nodeSelectorTerms");
    return new NodeChoice(selector(pod), terms(pod, affinity), affinity);
  }

  private static List<Requirement> selector(PodTemplate pod) {
    List<Requirement> all = new ArrayList<>();
    NodePath path = pod.path().key("nodeSelector");
    for (YamlEntry entry :
        pod.spec().mapping("nodeSelector").map(YamlMapping::entries).orElse(List.of())) {
      if (entry.value() instanceof YamlScalar value && !value.isNull()) {
        all.add(Requirement.equal(path.key(entry.name()), entry.name(), value.value()));
      }
    }
    return all;
  }

  private static List<List<Requirement>> terms(PodTemplate pod, NodePath path) {
    YamlNode found = pod.object().find(path).orElse(null);
    List<List<Requirement>> terms = new ArrayList<>();
    if (found instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        List<Requirement> term = new ArrayList<>();
        add(pod, path.index(i).key("matchExpressions"), term);
        add(pod, path.index(i).key("matchFields"), term);
        terms.add(term);
      }
    }
    return terms;
  }

  private static void add(PodTemplate pod, NodePath path, List<Requirement> term) {
    YamlNode found = pod.object().find(path).orElse(null);
    if (found instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        Requirement.of(path.index(i), list.items().get(i)).ifPresent(term::add);
      }
    }
  }

  boolean mayMatch(ResolvedNode node, NodeLabels labels) {
    return selector.stream().allMatch(one -> one.mayMatch(node, labels))
        && (terms.isEmpty()
            || terms.stream()
                .anyMatch(term -> term.stream().allMatch(one -> one.mayMatch(node, labels))));
  }

  /** The first requirement that none of some nodes can fulfil, though all nodes must. */
  Optional<Requirement> impossible(List<ResolvedNode> nodes, NodeLabels labels) {
    List<Requirement> musts = new ArrayList<>(selector);
    if (terms.size() == 1) {
      musts.addAll(terms.get(0));
    }
    return musts.stream()
        .filter(must -> nodes.stream().noneMatch(node -> must.mayMatch(node, labels)))
        .findFirst();
  }

  /** Where the choice is written; the given place if there is none. */
  NodePath path(NodePath otherwise) {
    if (!terms.isEmpty()) {
      return affinity;
    }
    return selector.isEmpty() ? otherwise : selector.get(0).path();
  }
}
