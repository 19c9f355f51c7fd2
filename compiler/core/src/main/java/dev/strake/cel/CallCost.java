package dev.strake.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What calls of functions cost at most, without their arguments.
 *
 * @param cost in the units of the API server
 * @param size of the result; null if it is not known from the call alone
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/library/cost.go">EstimateCallCost
 *     in cost.go</a>
 */
record CallCost(long cost, @Nullable SizeRange size) {

  private static final double TRAVERSAL = 0.1;
  private static final double PATTERN = 0.25;
  private static final double NAMED_FORMAT = 128 * PATTERN;
  private static final long AUTHORIZER_CHECK = 350_000;
  private static final CallCost NOMINAL = new CallCost(1, null);
  private static final SizeRange ADDRESS = new SizeRange(4, 16);

  private static CallCost of(long cost) {
    return new CallCost(cost, null);
  }

  /**
   * Of functions of Kubernetes' libraries, by their names; null for others.
   *
   * @param elementOf finds the items of a list; null for what is none
   */
  static @Nullable CallCost ofLibrary(
      String function,
      String overload,
      @Nullable CostNode target,
      List<CostNode> arguments,
      Function<CostNode, @Nullable CostNode> elementOf) {
    return switch (function) {
      case "check" -> of(AUTHORIZER_CHECK);
      case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" ->
          target == null ? null : ofScan(target, elementOf.apply(target));
      case "url", "jsonpatch.escapeKey" ->
          arguments.size() == 1 ? sameSize(arguments.get(0)) : null;
      case "lowerAscii", "upperAscii", "substring", "trim" ->
          target == null ? null : sameSize(target);
      case "replace" ->
          target == null || arguments.size() < 2
              ? null
              : new CallCost(size(target).cost(2 * TRAVERSAL), replaced(target, arguments));
      case "split" ->
          target == null
              ? null
              : new CallCost(
                  size(target).cost(2 * TRAVERSAL), new SizeRange(0, mostParts(target, arguments)));
      case "join" -> target == null ? null : joined(target, arguments, elementOf.apply(target));
      case "find", "findAll" ->
          target == null || arguments.isEmpty()
              ? null
              : new CallCost(
                  matching(target, arguments.get(0)), new SizeRange(0, size(target).most()));
      case "ip" -> overload.equals("cidr_ip") ? NOMINAL : traversal(arguments, TRAVERSAL);
      case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" ->
          traversal(arguments, TRAVERSAL);
      case "ip.isCanonical" -> traversal(arguments, 2 * TRAVERSAL);
      case "validate" -> traversal(arguments, TRAVERSAL * NAMED_FORMAT);
      case "containsIP" -> ofContained(overload, arguments, 0);
      case "containsCIDR" -> ofContained(overload, arguments, ADDRESS.cost(TRAVERSAL) + 1);
      case "_==_" -> isOfLibrary(arguments) ? NOMINAL : null;
      case "masked",
          "prefixLength",
          "family",
          "isUnspecified",
          "isLoopback",
          "isLinkLocalMulticast",
          "isLinkLocalUnicast",
          "isGlobalUnicast",
          "format.named",
          "sign",
          "asInteger",
          "isInteger",
          "asApproximateFloat",
          "isGreaterThan",
          "isLessThan",
          "compareTo",
          "add",
          "sub",
          "major",
          "minor",
          "patch" ->
          NOMINAL;
      default -> null;
    };
  }

  private static SizeRange size(CostNode node) {
    return node.sizeOrUnknown();
  }

  private static CallCost sameSize(CostNode node) {
    return new CallCost(size(node).cost(TRAVERSAL), size(node));
  }

  private static @Nullable CallCost traversal(List<CostNode> arguments, double factor) {
    return arguments.isEmpty() ? null : of(size(arguments.get(0)).cost(factor));
  }

  /** Each element is compared; strings as a whole. */
  private static CallCost ofScan(CostNode target, @Nullable CostNode element) {
    if (element == null) {
      return of(size(target).cost(TRAVERSAL));
    }
    long each = element.isText() ? SizeRange.sum(1, size(element).cost(TRAVERSAL)) : 1;
    return of(SizeRange.product(size(target).most(), each));
  }

  /** The longest that replacing can make of a string. */
  private static SizeRange replaced(CostNode target, List<CostNode> arguments) {
    SizeRange text = size(target);
    SizeRange old = size(arguments.get(0));
    SizeRange replacement = size(arguments.get(1));
    long count;
    long kept = 0;
    if (old.least() == 0) {
      count = SizeRange.sum(text.most(), 1);
      kept = text.most();
    } else if (replacement.most() <= old.least()) {
      count = 0;
      kept = text.most();
    } else {
      count = SizeRange.scaled(text.most(), 1.0 / old.least());
    }
    return new SizeRange(0, SizeRange.sum(SizeRange.product(count, replacement.most()), kept));
  }

  private static long mostParts(CostNode target, List<CostNode> arguments) {
    @Nullable CelExpr limit = arguments.size() > 1 ? arguments.get(1).expression() : null;
    boolean written =
        limit != null
            && limit.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && limit.constant().getKind() == CelConstant.Kind.INT64_VALUE;
    long most = written && limit != null ? limit.constant().int64Value() : -1;
    return most >= 0 ? most : size(target).most();
  }

  private static CallCost joined(
      CostNode target, List<CostNode> arguments, @Nullable CostNode element) {
    SizeRange list = size(target);
    SizeRange all = element == null ? SizeRange.fixed(0) : list.times(size(element));
    if (!arguments.isEmpty()) {
      SizeRange separators =
          new SizeRange(Math.max(0, list.least() - 1), Math.max(0, list.most() - 1));
      all = all.plus(size(arguments.get(0)).times(separators));
    }
    return new CallCost(all.cost(TRAVERSAL), all);
  }

  /** A pattern's length stands for its work. */
  static long matching(CostNode text, CostNode pattern) {
    return SizeRange.product(
        size(text).plus(SizeRange.ONE).cost(TRAVERSAL), size(pattern).cost(PATTERN));
  }

  private static @Nullable CallCost ofContained(
      String overload, List<CostNode> arguments, long more) {
    if (arguments.isEmpty()) {
      return null;
    }
    long parsed = overload.endsWith("_string") ? size(arguments.get(0)).cost(TRAVERSAL) : 0;
    return of(SizeRange.sum(ADDRESS.plus(ADDRESS).cost(TRAVERSAL) + more, parsed));
  }

  /** Values of the libraries' own types are compared at once. */
  private static boolean isOfLibrary(List<CostNode> arguments) {
    if (arguments.size() != 2 || !arguments.get(0).type().equals(arguments.get(1).type())) {
      return false;
    }
    CelKind kind = arguments.get(0).type().kind();
    String name = arguments.get(0).type().name();
    return (kind == CelKind.OPAQUE || kind == CelKind.STRUCT)
        && (name.startsWith("kubernetes.") || name.startsWith("net."));
  }

  /**
   * Of functions of CEL itself, by their overloads; null for those that cost one unit.
   *
   * @see <a href="https://github.com/google/cel-go/blob/master/checker/cost.go">functionCost in
   *     cel-go</a>
   */
  static @Nullable CallCost ofStandard(
      String overload, @Nullable CostNode target, List<CostNode> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    SizeRange first = size(arguments.get(0));
    SizeRange second = arguments.size() > 1 ? size(arguments.get(1)) : first;
    return switch (overload) {
      case "string_format" -> target == null ? null : of(size(target).cost(TRAVERSAL));
      case "string_to_bytes" ->
          new CallCost(
              first.cost(TRAVERSAL),
              new SizeRange(first.least(), SizeRange.product(first.most(), 4)));
      case "bytes_to_string" ->
          new CallCost(first.cost(TRAVERSAL), new SizeRange(first.least() / 4, first.most()));
      case "strings_quote" ->
          new CallCost(first.cost(TRAVERSAL), first.plus(first).plus(SizeRange.fixed(2)));
      case "starts_with_string", "ends_with_string" -> of(first.cost(TRAVERSAL));
      case "in_list" -> of(second.cost(1));
      case "matches_string" -> target == null ? null : of(matching(target, arguments.get(0)));
      case "contains_string" ->
          target == null
              ? null
              : of(SizeRange.product(size(target).cost(TRAVERSAL), first.cost(TRAVERSAL)));
      case "add_string", "add_bytes" ->
          new CallCost(first.plus(second).cost(TRAVERSAL), first.plus(second));
      case "add_list" -> new CallCost(1, first.plus(second));
      case "less_string",
          "greater_string",
          "less_equals_string",
          "greater_equals_string",
          "less_bytes",
          "greater_bytes",
          "less_equals_bytes",
          "greater_equals_bytes",
          "equals",
          "not_equals" ->
          of(SizeRange.scaled(Math.min(first.most(), second.most()), TRAVERSAL));
      case "list_sets_contains_list", "list_sets_intersects_list" ->
          of(SizeRange.sum(first.times(second).cost(1), 1));
      case "list_sets_equivalent_list" -> of(SizeRange.sum(first.times(second).cost(2), 1));
      default -> null;
    };
  }
}
