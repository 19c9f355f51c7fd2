package dev.strake.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which labels a selector takes. An empty one takes all; that an absent one takes none is for the
 * caller to know, because it differs between fields.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Label
 *     selectors</a>
 */
public final class LabelSelector {

  private final Map<String, String> equal;
  private final List<Requirement> requirements;

  /** A condition on one label. */
  private record Requirement(String key, Predicate<Map<String, String>> condition) {}

  private LabelSelector(Map<String, String> equal, List<Requirement> requirements) {
    this.equal = Map.copyOf(equal);
    this.requirements = List.copyOf(requirements);
  }

  /** One with {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(Part selector) {
    List<Requirement> expressions = new ArrayList<>();
    for (Part each : selector.field("matchExpressions").items()) {
      expressions.add(new Requirement(each.field("key").textOrEmpty(), expression(each)));
    }
    return new LabelSelector(selector.field("matchLabels").textByKey(), expressions);
  }

  /** One that is a mapping of labels, as Services have it. */
  public static LabelSelector equal(Part labels) {
    return new LabelSelector(labels.textByKey(), List.of());
  }

  private static Predicate<Map<String, String>> expression(Part expression) {
    String key = expression.field("key").textOrEmpty();
    List<String> values = expression.field("values").texts();
    return switch (expression.field("operator").textOrEmpty()) {
      case "In" -> labels -> labels.containsKey(key) && values.contains(labels.get(key));
      case "NotIn" -> labels -> !labels.containsKey(key) || !values.contains(labels.get(key));
      case "Exists" -> labels -> labels.containsKey(key);
      case "DoesNotExist" -> labels -> !labels.containsKey(key);
      default -> labels -> false;
    };
  }

  /** A label that everything has which it takes; empty if there is none such. */
  Optional<Map.Entry<String, String>> someLabel() {
    return equal.entrySet().stream()
        .filter(label -> !GivenLabels.isOne(label.getKey()))
        .findFirst();
  }

  /** Whether it takes some pod of a template, with the labels that controllers give to pods. */
  boolean matches(PodTemplate pod) {
    return equal.entrySet().stream()
            .allMatch(
                label ->
                    label.getValue().equals(pod.labels().get(label.getKey()))
                        || GivenLabels.mayHave(pod, label.getKey(), label.getValue()))
        && requirements.stream().allMatch(requirement -> requirement.condition.test(pod.labels()));
  }

  /** Whether it takes something with these labels. */
  public boolean matches(Map<String, String> labels) {
    return labels.entrySet().containsAll(equal.entrySet())
        && requirements.stream().allMatch(requirement -> requirement.condition.test(labels));
  }

  /** Whether it takes everything. */
  public boolean isEmpty() {
    return equal.isEmpty() && requirements.isEmpty();
  }

  /** Whether no label but one counts. */
  public boolean isOnlyAbout(String key) {
    return Set.of(key).containsAll(equal.keySet())
        && requirements.stream().allMatch(requirement -> requirement.key.equals(key));
  }

  /** Its conditions on one label: what these do not take, the whole does not. */
  public LabelSelector onlyAbout(String key) {
    Map<String, String> same = new HashMap<>(equal);
    same.keySet().retainAll(Set.of(key));
    return new LabelSelector(
        same, requirements.stream().filter(each -> each.key.equals(key)).toList());
  }
}
