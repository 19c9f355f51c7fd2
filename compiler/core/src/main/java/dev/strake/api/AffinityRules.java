package dev.strake.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a pod wants to be, and with whom.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateAffinity
 *     in validation.go</a>
 */
final class AffinityRules {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String IN_SELECTOR = "beside the same key in the labelSelector";
  private static final int HIGHEST_WEIGHT = 100;

  private AffinityRules() {}

  static void check(PodScope pod) {
    Cursor affinity = pod.spec().field("affinity");
    if (!affinity.isMapping()) {
      return;
    }
    Cursor nodes = affinity.field("nodeAffinity");
    if (nodes.field(REQUIRED).isMapping()) {
      NodeSelectors.check(nodes.field(REQUIRED), pod.context().isSince(33));
    }
    for (Cursor term : nodes.field(PREFERRED).items()) {
      checkWeight(term.field("weight"));
      NodeSelectors.checkTerm(term.field("preference"), false);
    }
    for (String name : List.of("podAffinity", "podAntiAffinity")) {
      Cursor pods = affinity.field(name);
      pods.field(REQUIRED).items().forEach(term -> checkTerm(term, pod));
      for (Cursor weighted : pods.field(PREFERRED).items()) {
        checkWeight(weighted.field("weight"));
        checkTerm(weighted.field("podAffinityTerm"), pod);
      }
    }
  }

  private static void checkWeight(Cursor weight) {
    if (!weight.isSet()) {
      weight.missing();
    }
    Check.range(weight, 1, HIGHEST_WEIGHT);
  }

  /** validatePodAffinityTerm. */
  private static void checkTerm(Cursor term, PodScope pod) {
    Selectors.check(term.field("labelSelector"));
    Selectors.check(term.field("namespaceSelector"));
    for (Cursor namespace : term.field("namespaces").items()) {
      Check.shapeEvenEmpty(namespace, Texts::labelProblem);
    }
    if (pod.context().isSince(31)) {
      checkLabelKeys(term, pod);
    }
    Labels.checkKeyText(term.field("topologyKey"));
  }

  /** validateMatchLabelKeysAndMismatchLabelKeys; the server drops the fields before 1.31. */
  private static void checkLabelKeys(Cursor term, PodScope pod) {
    Cursor matching = term.field("matchLabelKeys");
    Cursor mismatching = term.field("mismatchLabelKeys");
    Cursor selector = term.field("labelSelector");
    for (Cursor keys : List.of(matching, mismatching)) {
      if (keys.hasElements() && !selector.isSet()) {
        keys.forbidden("without a labelSelector");
      } else {
        keys.items().forEach(Labels::checkKeyText);
      }
    }
    Set<String> others = new HashSet<>();
    mismatching.items().forEach(key -> others.add(key.text()));
    for (Cursor key : matching.items()) {
      if (others.contains(key.text())) {
        key.forbidden("beside the same key in mismatchLabelKeys");
      }
    }
    checkMerged(matching, selector, pod);
  }

  /**
   * The server adds a requirement to a pod's selector for each of these keys that the pod has a
   * label for, and then refuses a key that the selector has twice.
   */
  static void checkMerged(Cursor keys, Cursor selector, PodScope pod) {
    for (Cursor key : keys.items()) {
      boolean merged = pod.isPod() && pod.owner().field("metadata", "labels", key.text()).isText();
      if (count(key.text(), selector) + (merged ? 1 : 0) > 1) {
        key.forbidden(IN_SELECTOR);
      }
    }
  }

  /** Reports keys that a selector has already: ValidateMatchLabelKeysInTopologySpread. */
  static void checkNew(Cursor keys, Cursor selector) {
    for (Cursor key : keys.items()) {
      if (count(key.text(), selector) > 0) {
        key.forbidden(IN_SELECTOR);
      }
    }
  }

  /** How often a selector asks for a key. */
  private static long count(String key, Cursor selector) {
    long labels =
        selector.field("matchLabels").values().stream().filter(l -> l.key().equals(key)).count();
    return labels
        + selector.field("matchExpressions").items().stream()
            .filter(requirement -> requirement.field("key").is(key))
            .count();
  }
}
