package dev.strake.api;

import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Label selectors: their syntax, and whether they select given labels.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/validation/validation.go">ValidateLabelSelector
 *     in apimachinery</a>
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/helpers.go">LabelSelectorAsSelector
 *     in apimachinery</a>
 */
final class Selectors {

  private static final List<String> SET_OPERATORS = List.of("In", "NotIn");
  private static final List<String> PRESENCE_OPERATORS = List.of("Exists", "DoesNotExist");
  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  private Selectors() {}

  /** ValidateLabelSelector with invalid values refused. */
  static void check(Cursor selector) {
    Labels.check(selector.field("matchLabels"));
    for (Cursor requirement : selector.field("matchExpressions").items()) {
      checkRequirement(requirement);
    }
  }

  private static void checkRequirement(Cursor requirement) {
    Cursor operator = requirement.field("operator");
    Cursor values = requirement.field("values");
    if (SET_OPERATORS.contains(operator.text()) && values.isEmpty()) {
      values.missing("the operators In and NotIn need values");
    } else if (PRESENCE_OPERATORS.contains(operator.text()) && values.hasElements()) {
      values.forbidden("with the operator " + operator.text());
    }
    Check.requiredOneOf(operator, OPERATORS);
    Labels.checkKeyText(requirement.field("key"));
    values.items().forEach(Labels::checkValue);
  }

  /** Whether nothing is asked of labels, so that all match. */
  static boolean isEmpty(Cursor selector) {
    return selector.field("matchLabels").isEmpty() && selector.field("matchExpressions").isEmpty();
  }

  /** Reports a selector that must be there and ask something. */
  static void checkNotEmpty(Cursor selector) {
    if (!selector.isSet()) {
      selector.missing();
    } else if (selector.isMapping() && isEmpty(selector)) {
      selector.report(
          ApiCode.INVALID_SELECTOR, selector.path() + " is empty and would select everything");
    }
  }

  /**
   * Reports labels that a selector does not select, if both are sound.
   *
   * @param selector with matchLabels and matchExpressions
   */
  static void checkMatches(Cursor selector, Cursor labels) {
    @Nullable Cursor unmet = firstUnmet(selector, values(labels));
    if (unmet != null && isSound(selector)) {
      labels.report(
          ApiCode.SELECTOR_MISMATCH,
          "%s do not match %s".formatted(labels.path(), unmet.path()),
          "give the template the labels that " + selector.path() + " asks for");
    }
  }

  /** The same for a selector that is a mapping of labels. */
  static void checkContains(Cursor selector, Cursor labels) {
    Map<String, String> present = values(labels);
    for (Cursor wanted : selector.values()) {
      if (wanted.isText() && !wanted.text().equals(present.get(wanted.key()))) {
        labels.report(
            ApiCode.SELECTOR_MISMATCH,
            "%s do not match %s".formatted(labels.path(), wanted.path()),
            "give the template the labels that " + selector.path() + " asks for");
        return;
      }
    }
  }

  private static @Nullable Cursor firstUnmet(Cursor selector, Map<String, String> labels) {
    for (Cursor wanted : selector.field("matchLabels").values()) {
      if (!wanted.text().equals(labels.get(wanted.key()))) {
        return wanted;
      }
    }
    for (Cursor requirement : selector.field("matchExpressions").items()) {
      if (!isMet(requirement, labels)) {
        return requirement;
      }
    }
    return null;
  }

  private static boolean isMet(Cursor requirement, Map<String, String> labels) {
    @Nullable String value = labels.get(requirement.field("key").text());
    List<String> values = requirement.field("values").items().stream().map(Cursor::text).toList();
    return switch (requirement.field("operator").text()) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> true;
    };
  }

  /** Whether the server can make a selector of it; otherwise it compares nothing. */
  private static boolean isSound(Cursor selector) {
    for (Cursor label : selector.field("matchLabels").values()) {
      if (!label.isText() || !isKey(label.key()) || !isValue(label.text())) {
        return false;
      }
    }
    for (Cursor requirement : selector.field("matchExpressions").items()) {
      boolean ok =
          isKey(requirement.field("key").text())
              && OPERATORS.contains(requirement.field("operator").text())
              && requirement.field("values").items().stream()
                  .allMatch(value -> value.isText() && isValue(value.text()));
      if (!ok) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKey(String text) {
    return LabelKey.parse(text) instanceof Parsed.Ok;
  }

  private static boolean isValue(String text) {
    return LabelValue.parse(text) instanceof Parsed.Ok;
  }

  private static Map<String, String> values(Cursor labels) {
    Map<String, String> values = new HashMap<>();
    labels.values().forEach(label -> values.put(label.key(), label.text()));
    return values;
  }
}
