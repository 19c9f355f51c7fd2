package dev.strake.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final List<Predicate<Map<String, String>>> requirements;

  private LabelSelector(List<Predicate<Map<String, String>>> requirements) {
    this.requirements = requirements;
  }

  /** One with {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(Part selector) {
    List<Predicate<Map<String, String>>> all =
        new ArrayList<>(equal(selector.field("matchLabels")).requirements);
    selector.field("matchExpressions").items().forEach(each -> all.add(expression(each)));
    return new LabelSelector(all);
  }

  /** One that is a mapping of labels, as Services have it. */
  public static LabelSelector equal(Part labels) {
    return new LabelSelector(
        labels.textByKey().entrySet().stream()
            .<Predicate<Map<String, String>>>map(
                wanted -> have -> wanted.getValue().equals(have.get(wanted.getKey())))
            .toList());
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

  /** Whether it takes something with these labels. */
  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.test(labels));
  }

  /** Whether it takes something with a pod template's labels. */
  public boolean matches(PodTemplate pod) {
    return matches(pod.labels());
  }
}
