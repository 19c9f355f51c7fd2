package dev.strake.api;

import java.util.List;
import java.util.Map;

/**
 * Priorities of pods.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/scheduling/validation/validation.go">ValidatePriorityClass
 *     in validation.go</a>
 */
final class PriorityClassRules implements ObjectRules {

  private static final long HIGHEST_OF_USERS = 1_000_000_000;
  private static final Map<String, Long> OF_SYSTEM =
      Map.of("system-cluster-critical", 2_000_000_000L, "system-node-critical", 2_000_001_000L);

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor name = object.field("metadata", "name");
    Cursor value = object.field("value");
    if (name.text().startsWith("system-")) {
      checkOfSystem(object, name, value);
    } else {
      Check.range(value, Long.MIN_VALUE, HIGHEST_OF_USERS);
    }
    Check.oneOf(object.field("preemptionPolicy"), List.of("Never", "PreemptLowerPriority"));
  }

  /** IsKnownSystemPriorityClass. */
  private static void checkOfSystem(Cursor object, Cursor name, Cursor value) {
    Long wanted = OF_SYSTEM.get(name.text());
    if (wanted == null) {
      name.invalid(
          ApiCode.FORBIDDEN_FIELD, "must not begin with system-, which is the system's own");
    } else if (value.integerOr(0) != wanted && (value.isNumber() || !value.isSet())) {
      value.invalid("must be " + wanted + " for " + name.text());
    } else if (object.field("globalDefault").isTrue()) {
      object.field("globalDefault").invalid("must be false for " + name.text());
    }
  }
}
