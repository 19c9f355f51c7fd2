package dev.strake.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import dev.cel.runtime.CelFunctionBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code a.?b} as a call of a function. Planned programs have a step of their own for it, which
 * evaluates {@code a} twice, so that {@code a.?b.?c.?d} costs eight times as much as {@code a}, and
 * which finds nothing in a text or a list where the API server fails.
 */
final class OptionalSelection {

  private static final String OPERATOR = "_?._";
  private static final String FUNCTION = "strake_select_optional_field";

  private OptionalSelection() {}

  static CelFunctionBinding binding() {
    return CelFunctionBinding.from(FUNCTION, Object.class, String.class, OptionalSelection::select);
  }

  private static Object select(Object operand, String field) {
    if (operand instanceof Optional<?> optional) {
      return optional.isPresent() ? select(optional.get(), field) : Optional.empty();
    }
    if (!(operand instanceof Map<?, ?> map)) {
      throw new CelFunctionFailure("a field is selected of something that has none");
    }
    @Nullable Object value = map.get(field);
    return value instanceof Optional<?> ? value : Optional.ofNullable(value);
  }

  /** The same expression with calls of the function. */
  static CelAbstractSyntaxTree replaceIn(CelAbstractSyntaxTree ast) {
    CelMutableExpr root = CelMutableExprConverter.fromCelExpr(ast.getExpr());
    List<CelMutableExpr> selections =
        CelNavigableMutableExpr.fromExpr(root)
            .allNodes()
            .map(CelNavigableMutableExpr::expr)
            .filter(node -> node.getKind() == Kind.CALL)
            .filter(node -> node.call().function().equals(OPERATOR))
            .toList();
    if (selections.isEmpty()) {
      return ast;
    }
    Map<Long, CelReference> references = new HashMap<>(ast.getReferenceMap());
    for (CelMutableExpr selection : selections) {
      selection.call().setFunction(FUNCTION);
      references.put(selection.id(), CelReference.newBuilder().addOverloadIds(FUNCTION).build());
    }
    CelExpr replaced = CelMutableExprConverter.fromMutableExpr(root);
    return CelAbstractSyntaxTree.newCheckedAst(
        replaced, ast.getSource(), references, ast.getTypeMap());
  }
}
