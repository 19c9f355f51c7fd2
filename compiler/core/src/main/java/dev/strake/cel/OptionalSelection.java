package dev.strake.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code a.?b} as a call of a function, and {@code a.?b.?c.orValue('')} as a single one. Planned
 * programs have a step of their own for {@code a.?b}, which evaluates {@code a} twice, so that
 * {@code a.?b.?c.?d} costs eight times as much as {@code a}, and which finds nothing in a text or a
 * list where the API server fails.
 */
final class OptionalSelection {

  private static final String OPERATOR = "_?._";
  private static final String FUNCTION = "strake_select_optional_field";

  /** Followed by how many fields it goes down. */
  private static final String OR_VALUE = "strake_field_or_value_";

  private static final int DEEPEST = 4;

  private final Map<Long, CelReference> references;

  private OptionalSelection(Map<Long, CelReference> references) {
    this.references = references;
  }

  static List<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> bindings = new ArrayList<>();
    bindings.add(
        CelFunctionBinding.from(FUNCTION, Object.class, String.class, OptionalSelection::select));
    IntStream.rangeClosed(1, DEEPEST)
        .mapToObj(
            depth -> CelFunctionBinding.from(OR_VALUE + depth, types(depth), OptionalSelection::at))
        .forEach(bindings::add);
    return bindings;
  }

  private static List<Class<?>> types(int depth) {
    List<Class<?>> types = new ArrayList<>(Collections.nCopies(depth + 2, String.class));
    types.set(0, Object.class);
    types.set(depth + 1, Object.class);
    return types;
  }

  private static Object select(Object operand, String field) {
    return Optional.ofNullable(find(operand, field));
  }

  /**
   * The first of the arguments is what fields are selected of, the last the value in their place.
   */
  private static Object at(Object[] arguments) {
    Object at = arguments[0];
    int last = arguments.length - 1;
    for (int i = 1; i < last; i++) {
      @Nullable Object found = find(at, (String) arguments[i]);
      if (found == null) {
        return arguments[last];
      }
      at = found;
    }
    return at;
  }

  private static @Nullable Object find(Object operand, String field) {
    if (operand instanceof Optional<?> optional) {
      return optional.isPresent() ? find(optional.get(), field) : null;
    }
    if (!(operand instanceof Map<?, ?> map)) {
      throw new CelFunctionFailure("a field is selected of something that has none");
    }
    @Nullable Object value = map.get(field);
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? optional.get() : null;
    }
    return value;
  }

  /** The same expression with calls of the functions. */
  static CelAbstractSyntaxTree replaceIn(CelAbstractSyntaxTree ast) {
    CelMutableExpr root = CelMutableExprConverter.fromCelExpr(ast.getExpr());
    List<CelMutableExpr> calls =
        CelNavigableMutableExpr.fromExpr(root)
            .allNodes()
            .map(CelNavigableMutableExpr::expr)
            .filter(node -> node.getKind() == Kind.CALL)
            .toList();
    OptionalSelection replacement = new OptionalSelection(new HashMap<>(ast.getReferenceMap()));
    calls.stream().filter(OptionalSelection::isOrValue).forEach(replacement::join);
    calls.stream().filter(OptionalSelection::isSelection).forEach(replacement::replace);
    return CelAbstractSyntaxTree.newCheckedAst(
        CelMutableExprConverter.fromMutableExpr(root),
        ast.getSource(),
        replacement.references,
        ast.getTypeMap());
  }

  private static boolean isSelection(CelMutableExpr node) {
    return node.getKind() == Kind.CALL && node.call().function().equals(OPERATOR);
  }

  /** Whether it selects optional fields and has a value for them that costs and fails nothing. */
  private static boolean isOrValue(CelMutableExpr node) {
    return node.call().function().equals("orValue")
        && node.call().target().filter(OptionalSelection::isSelection).isPresent()
        && node.call().args().stream().allMatch(OptionalSelection::isPlain);
  }

  private static boolean isPlain(CelMutableExpr value) {
    return switch (value.getKind()) {
      case CONSTANT -> true;
      case LIST -> value.list().elements().isEmpty();
      case MAP -> value.map().entries().isEmpty();
      default -> false;
    };
  }

  private void join(CelMutableExpr orValue) {
    List<CelMutableExpr> arguments = new ArrayList<>(orValue.call().args());
    CelMutableExpr at = orValue.call().target().orElseThrow();
    int depth = 0;
    while (depth < DEEPEST && isSelection(at)) {
      arguments.add(0, at.call().args().get(1));
      at = at.call().args().get(0);
      depth++;
    }
    arguments.add(0, at);
    call(orValue, OR_VALUE + depth, arguments);
  }

  private void replace(CelMutableExpr selection) {
    call(selection, FUNCTION, selection.call().args());
  }

  private void call(CelMutableExpr node, String function, List<CelMutableExpr> arguments) {
    node.setCall(CelMutableCall.create(function, arguments));
    references.put(node.id(), CelReference.newBuilder().addOverloadIds(function).build());
  }
}
