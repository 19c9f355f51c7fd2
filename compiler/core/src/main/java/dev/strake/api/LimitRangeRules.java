package dev.strake.api;

import dev.strake.value.Quantity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limit ranges.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateLimitRange
 *     in validation.go</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go">SetDefaults_LimitRangeItem
 *     in defaults.go</a>
 */
final class LimitRangeRules implements ObjectRules {

  private static final String CONTAINER = "Container";
  private static final List<String> TYPES = List.of(CONTAINER, "PersistentVolumeClaim", "Pod");
  private static final List<String> PARTS =
      List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio");

  @Override
  public void check(Cursor object, ApiContext context) {
    Seen types = new Seen();
    for (Cursor limit : object.field("spec", "limits").items()) {
      Cursor type = limit.field("type");
      Check.requiredShape(type, LimitRangeRules::typeProblem);
      types.add(type, type.text(), "the type " + type.text());
      checkNames(limit, type.text());
      checkParts(limit, type);
      checkAmounts(limit, type.is(CONTAINER));
    }
  }

  /** validateLimitRangeTypeName. */
  private static @Nullable String typeProblem(String text) {
    String problem = Texts.qualifiedProblem(text);
    if (problem != null || text.contains("/")) {
      return problem;
    }
    return TYPES.contains(text) ? null : "a type of limits: " + String.join(", ", TYPES);
  }

  /** validateLimitRangeResourceName. */
  private static void checkNames(Cursor limit, String type) {
    boolean ofContainers = type.equals(CONTAINER) || type.equals("Pod");
    for (String part : PARTS) {
      for (Cursor amount : limit.field(part).values()) {
        String name = amount.key();
        QuotaNames.checkKey(
            amount, ofContainers ? ResourceNames.containerProblem(name) : QuotaNames.problem(name));
      }
    }
  }

  private static void checkParts(Cursor limit, Cursor type) {
    if (type.is("Pod")) {
      for (String part : List.of("default", "defaultRequest")) {
        if (limit.field(part).hasElements()) {
          limit.field(part).forbidden("with the type Pod");
        }
      }
    }
    boolean storage =
        limit.field("min", "storage").isSet() || limit.field("max", "storage").isSet();
    if (type.is("PersistentVolumeClaim") && !storage) {
      limit.report(ApiCode.MISSING_FIELD, limit.path() + " needs a min or a max for storage");
    }
  }

  private static void checkAmounts(Cursor limit, boolean ofContainers) {
    Map<String, Cursor> defaults = amounts(limit.field("default"));
    Map<String, Cursor> requests = amounts(limit.field("defaultRequest"));
    Map<String, Cursor> least = amounts(limit.field("min"));
    Map<String, Cursor> most = amounts(limit.field("max"));
    if (ofContainers) {
      most.forEach(defaults::putIfAbsent);
      defaults.forEach(requests::putIfAbsent);
      least.forEach(requests::putIfAbsent);
    }
    Map<String, Cursor> ratios = amounts(limit.field("maxLimitRequestRatio"));
    Set<String> names = new LinkedHashSet<>();
    List.of(most, least, defaults, requests, ratios).forEach(map -> names.addAll(map.keySet()));
    for (String name : names) {
      checkOrder(least.get(name), most.get(name));
      checkOrder(least.get(name), requests.get(name));
      checkOrder(requests.get(name), most.get(name));
      checkOrder(requests.get(name), defaults.get(name));
      checkOrder(least.get(name), defaults.get(name));
      checkOrder(defaults.get(name), most.get(name));
      checkRatio(ratios.get(name), least.get(name), most.get(name));
      checkEqual(name, requests.get(name), defaults.get(name));
    }
  }

  private static Map<String, Cursor> amounts(Cursor part) {
    Map<String, Cursor> amounts = new LinkedHashMap<>();
    for (Cursor amount : part.values()) {
      if (amount.quantity().isPresent()) {
        amounts.put(amount.key(), amount);
      }
    }
    return amounts;
  }

  private static Quantity quantity(Cursor amount) {
    return amount.quantity().orElse(Quantity.ZERO);
  }

  private static void checkOrder(@Nullable Cursor lower, @Nullable Cursor higher) {
    if (lower != null && higher != null && quantity(lower).compareTo(quantity(higher)) > 0) {
      lower.invalid(
          ApiCode.OUT_OF_RANGE,
          "must not be more than " + higher.path() + ", which is " + quantity(higher));
    }
  }

  private static void checkEqual(
      String name, @Nullable Cursor request, @Nullable Cursor byDefault) {
    if (request != null
        && byDefault != null
        && !ResourceNames.isOvercommitAllowed(name)
        && !quantity(request).equals(quantity(byDefault))) {
      request.invalid("must be what " + byDefault.path() + " is");
    }
  }

  /** How much more than it asks for a container may use, at the most that min and max leave. */
  private static void checkRatio(
      @Nullable Cursor ratio, @Nullable Cursor least, @Nullable Cursor most) {
    if (ratio == null) {
      return;
    }
    if (quantity(ratio).compareTo(Quantity.parse("1").orThrow()) < 0) {
      ratio.invalid(ApiCode.OUT_OF_RANGE, "must not be less than 1");
    }
    if (least != null
        && most != null
        && isMoreThan(quantity(ratio), quantity(most), quantity(least))) {
      ratio.invalid(ApiCode.OUT_OF_RANGE, "must not be more than max divided by min");
    }
  }

  /** In floating point, as the server does it: dividing by nothing leaves no limit. */
  private static boolean isMoreThan(Quantity ratio, Quantity most, Quantity least) {
    long milliMost = Long.MAX_VALUE / 1000;
    boolean small =
        ratio.value() < milliMost && least.value() < milliMost && most.value() < milliMost;
    double asked = small ? ratio.milliValue() / 1000.0 : ratio.value();
    double high = small ? most.milliValue() : most.value();
    double low = small ? least.milliValue() : least.value();
    return asked > high / low;
  }
}
