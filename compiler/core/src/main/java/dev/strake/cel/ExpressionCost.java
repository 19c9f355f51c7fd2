package dev.strake.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much work a rule of a schema can be, at most, as an API server estimates it before it takes a
 * definition: by the sizes that the schema allows, whether it is ever that much or not.
 *
 * @see <a href="https://github.com/google/cel-go/blob/master/checker/cost.go">cost.go in cel-go</a>
 */
public final class ExpressionCost {

  private static final long LIST = 10;
  private static final long MAP = 30;
  private static final long STRUCT = 40;

  private final CelAbstractSyntaxTree ast;
  private final CostSizes sizes;

  private ExpressionCost(CelAbstractSyntaxTree ast, SchemaType self) {
    this.ast = ast;
    this.sizes = new CostSizes(self, this::type);
  }

  /**
   * The cost in the units of the API server; {@link Long#MAX_VALUE} if nothing bounds it.
   *
   * @param self what the expression's {@code self} and {@code oldSelf} are
   */
  public static long most(CheckedExpression expression, SchemaType self) {
    CelAbstractSyntaxTree ast = expression.ast();
    return new ExpressionCost(ast, self).cost(ast.getExpr());
  }

  private CelType type(CelExpr expression) {
    return ast.getType(expression.id()).orElse(SimpleType.DYN);
  }

  private long cost(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT -> {
        sizes.nameVariable(expression);
        yield 1;
      }
      case SELECT -> ofSelect(expression);
      case CALL -> ofCall(expression);
      case LIST -> ofList(expression);
      case MAP -> ofMap(expression);
      case STRUCT ->
          expression.struct().entries().stream()
              .map(entry -> cost(entry.value()))
              .reduce(STRUCT, SizeRange::sum);
      case COMPREHENSION ->
          isBinding(expression.comprehension()) ? ofBinding(expression) : ofLoop(expression);
      default -> 0;
    };
  }

  /** Whether a field is there can be asked for nothing. */
  private long ofSelect(CelExpr expression) {
    CelExpr operand = expression.select().operand();
    long inner = cost(operand);
    if (expression.select().testOnly()) {
      return inner;
    }
    CelKind kind = type(operand).kind();
    sizes.nameField(expression, operand, expression.select().field());
    boolean looksUp = kind == CelKind.MAP || kind == CelKind.STRUCT || kind == CelKind.TYPE_PARAM;
    return looksUp ? SizeRange.sum(inner, 1) : inner;
  }

  private long ofList(CelExpr expression) {
    long sum = LIST;
    @Nullable SizeRange item = null;
    for (CelExpr element : expression.list().elements()) {
      sum = SizeRange.sum(sum, cost(element));
      item = sizes.union(item, element);
    }
    sizes.setEntries(expression, CelKind.LIST, SizeRange.ONE, item);
    return sum;
  }

  private long ofMap(CelExpr expression) {
    long sum = MAP;
    @Nullable SizeRange key = null;
    @Nullable SizeRange value = null;
    for (CelExpr.CelMap.Entry entry : expression.map().entries()) {
      sum = SizeRange.sum(sum, SizeRange.sum(cost(entry.key()), cost(entry.value())));
      key = sizes.union(key, entry.key());
      value = sizes.union(value, entry.value());
    }
    sizes.setEntries(expression, CelKind.MAP, key == null ? SizeRange.fixed(0) : key, value);
    return sum;
  }

  private long ofCall(CelExpr expression) {
    CelCall call = expression.call();
    if (call.function().equals("dyn")) {
      long inner = cost(call.args().get(0));
      sizes.copy(expression, call.args().get(0));
      return SizeRange.sum(inner, 1);
    }
    List<Long> costs = new ArrayList<>();
    List<CostNode> arguments = new ArrayList<>();
    for (CelExpr argument : call.args()) {
      costs.add(cost(argument));
      arguments.add(sizes.node(argument));
    }
    long sum = 0;
    @Nullable CostNode target = null;
    if (call.target().isPresent()) {
      sum = cost(call.target().get());
      target = sizes.node(call.target().get());
    }
    long most = 0;
    @Nullable SizeRange size = null;
    for (String overload : overloads(expression)) {
      CallCost found = ofOverload(expression, overload, target, arguments, costs);
      most = Math.max(most, found.cost());
      SizeRange own = found.size();
      size = own == null ? size : size == null ? own : size.union(own);
      SizeRange element = sizes.nameElement(expression, overload, call.args());
      size = element == null ? size : element;
      size = size == null ? sizes.of(expression) : size;
    }
    sizes.set(expression, size);
    return SizeRange.sum(sum, most);
  }

  private List<String> overloads(CelExpr expression) {
    @Nullable CelReference reference = ast.getReferenceMap().get(expression.id());
    return reference == null ? List.of() : reference.overloadIds();
  }

  private CallCost ofOverload(
      CelExpr expression,
      String overload,
      @Nullable CostNode target,
      List<CostNode> arguments,
      List<Long> costs) {
    long all = costs.stream().reduce(0L, SizeRange::sum);
    if (overload.equals("conditional")) {
      sizes.joinEntries(expression, arguments.get(1), arguments.get(2));
      return new CallCost(
          SizeRange.sum(costs.get(0), Math.max(costs.get(1), costs.get(2))),
          arguments.get(1).sizeOrUnknown().union(arguments.get(2).sizeOrUnknown()));
    }
    if (overload.equals("logical_and") || overload.equals("logical_or")) {
      return new CallCost(all, null);
    }
    if (overload.startsWith("add_") && arguments.size() == 2) {
      sizes.joinEntries(expression, arguments.get(0), arguments.get(1));
    }
    @Nullable CallCost found =
        CallCost.ofLibrary(
            expression.call().function(), overload, target, arguments, sizes::element);
    if (found == null) {
      found = CallCost.ofStandard(overload, target, arguments);
    }
    return found == null
        ? new CallCost(SizeRange.sum(1, all), null)
        : new CallCost(SizeRange.sum(found.cost(), all), found.size());
  }

  private long ofLoop(CelExpr expression) {
    CelComprehension loop = expression.comprehension();
    long sum = SizeRange.sum(cost(loop.iterRange()), cost(loop.accuInit()));
    sizes.pushVariable(loop.accuVar(), loop.accuInit());
    sizes.pushIterated(loop);
    long step = SizeRange.sum(cost(loop.loopCondition()), cost(loop.loopStep()));
    sizes.popIterated(loop);
    sum = SizeRange.sum(sum, cost(loop.result()));
    sizes.pop(loop.accuVar());
    SizeRange range = sizes.ofOrUnknown(loop.iterRange());
    Kind made = loop.accuInit().getKind();
    if (made == Kind.CONSTANT) {
      sizes.set(expression, sizes.of(loop.accuInit()));
    } else if (made == Kind.LIST || made == Kind.MAP) {
      sizes.set(expression, range);
      sizes.copyEntries(expression, loop.loopStep());
    }
    return SizeRange.sum(sum, SizeRange.product(range.most(), step));
  }

  /** What the macro cel.bind becomes. */
  private static boolean isBinding(CelComprehension loop) {
    return loop.iterRange().getKind() == Kind.LIST
        && loop.iterRange().list().elements().isEmpty()
        && loop.loopCondition().getKind() == Kind.CONSTANT
        && loop.loopCondition().constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
        && !loop.loopCondition().constant().booleanValue()
        && !CostSizes.isAccumulator(loop.accuVar());
  }

  private long ofBinding(CelExpr expression) {
    CelComprehension binding = expression.comprehension();
    long sum = SizeRange.sum(cost(binding.iterRange()), cost(binding.accuInit()));
    sizes.pushVariable(binding.accuVar(), binding.accuInit());
    sum = SizeRange.sum(sum, cost(binding.result()));
    sizes.pop(binding.accuVar());
    sizes.copy(expression, binding.result());
    return sum;
  }
}
