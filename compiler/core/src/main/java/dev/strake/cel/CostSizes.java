package dev.strake.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of the sizes of an expression's parts, while its cost is added up. */
final class CostSizes {

  private static final Set<CelKind> SCALARS =
      Set.of(
          CelKind.BOOL,
          CelKind.DOUBLE,
          CelKind.DURATION,
          CelKind.INT,
          CelKind.TIMESTAMP,
          CelKind.UINT);
  private static final Set<String> ACCUMULATORS = Set.of("__result__", "@result");

  /** How large the keys and values of a list or a mapping are that an expression makes. */
  private record Entries(CelKind container, SizeRange key, SizeRange value) {}

  private record Variable(List<String> path, @Nullable SizeRange size, @Nullable Entries entries) {}

  private final SchemaType root;
  private final Function<CelExpr, CelType> types;
  private final Map<Long, List<String>> paths = new HashMap<>();
  private final Map<Long, SizeRange> sizes = new HashMap<>();
  private final Map<Long, Entries> entries = new HashMap<>();
  private final Map<String, Deque<Variable>> variables = new HashMap<>();

  CostSizes(SchemaType root, Function<CelExpr, CelType> types) {
    this.root = root;
    this.types = types;
  }

  static boolean isAccumulator(String variable) {
    return ACCUMULATORS.contains(variable);
  }

  private @Nullable Variable variable(String name) {
    Deque<Variable> stack = variables.get(name);
    return stack == null ? null : stack.peek();
  }

  private void push(String name, Variable variable) {
    variables.computeIfAbsent(name, key -> new ArrayDeque<>()).push(variable);
  }

  void pop(String name) {
    Deque<Variable> stack = variables.get(name);
    if (stack != null) {
      stack.pop();
    }
  }

  /** A variable that holds what an expression gives. */
  void pushVariable(String name, CelExpr value) {
    push(name, new Variable(path(value), of(value), entriesOf(value)));
  }

  /** The variables that hold one element after the other. */
  void pushIterated(CelComprehension loop) {
    CelExpr range = loop.iterRange();
    @Nullable Entries made = entriesOf(range);
    boolean list = (made == null ? types.apply(range).kind() : made.container()) == CelKind.LIST;
    @Nullable SizeRange key = made == null ? null : made.key();
    @Nullable SizeRange value = made == null ? null : made.value();
    if (loop.iterVar2().isEmpty()) {
      push(
          loop.iterVar(),
          new Variable(step(path(range), list ? "@items" : "@keys"), list ? value : key, null));
    } else {
      push(loop.iterVar(), new Variable(step(path(range), list ? "@indices" : "@keys"), key, null));
      push(
          loop.iterVar2(),
          new Variable(step(path(range), list ? "@items" : "@values"), value, null));
    }
  }

  void popIterated(CelComprehension loop) {
    pop(loop.iterVar());
    if (!loop.iterVar2().isEmpty()) {
      pop(loop.iterVar2());
    }
  }

  private static List<String> step(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  void nameVariable(CelExpr expression) {
    String name = expression.ident().name();
    Variable variable = variable(name);
    paths.put(expression.id(), variable == null ? List.of(name) : variable.path());
  }

  void nameField(CelExpr expression, CelExpr operand, String field) {
    paths.put(expression.id(), step(path(operand), field));
  }

  /** Gives a subscript its path; returns how large the element is, if that is known. */
  @Nullable SizeRange nameElement(CelExpr expression, String overload, List<CelExpr> arguments) {
    boolean ofList = overload.equals("index_list");
    if ((!ofList && !overload.equals("index_map")) || arguments.isEmpty()) {
      return null;
    }
    CelExpr container = arguments.get(0);
    paths.put(expression.id(), step(path(container), ofList ? "@items" : "@values"));
    @Nullable Entries made = entriesOf(container);
    return made == null ? of(expression) : made.value();
  }

  private List<String> path(CelExpr expression) {
    if (expression.getKind() == Kind.IDENT) {
      Variable variable = variable(expression.ident().name());
      if (variable != null) {
        return variable.path();
      }
    }
    return paths.getOrDefault(expression.id(), List.of());
  }

  CostNode node(CelExpr expression) {
    List<String> path = path(expression);
    boolean accumulated = !path.isEmpty() && isAccumulator(path.get(0));
    return new CostNode(
        accumulated ? List.of() : path, types.apply(expression), expression, of(expression));
  }

  /** The items of a list, or what else a type is made of; null for scalars. */
  @Nullable CostNode element(CostNode list) {
    if (list.type().parameters().isEmpty()) {
      return null;
    }
    List<String> path = list.path().isEmpty() ? List.of() : step(list.path(), "@items");
    return new CostNode(path, list.type().parameters().get(0), null, ofPath(path));
  }

  @Nullable SizeRange of(CelExpr expression) {
    SizeRange known = sizes.get(expression.id());
    if (known != null) {
      return known;
    }
    @Nullable SizeRange written = written(expression);
    if (written != null) {
      return written;
    }
    @Nullable SizeRange allowed = ofPath(path(expression));
    if (allowed != null) {
      sizes.put(expression.id(), allowed);
      return allowed;
    }
    if (isScalar(types.apply(expression))) {
      return SizeRange.ONE;
    }
    Variable variable =
        expression.getKind() == Kind.IDENT ? variable(expression.ident().name()) : null;
    return variable == null ? null : variable.size();
  }

  SizeRange ofOrUnknown(CelExpr expression) {
    SizeRange size = of(expression);
    return size == null ? SizeRange.UNKNOWN : size;
  }

  /** With another part of the same list; null is the size of none. */
  SizeRange union(@Nullable SizeRange before, CelExpr part) {
    return before == null ? ofOrUnknown(part) : before.union(ofOrUnknown(part));
  }

  private static @Nullable SizeRange written(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> ofConstant(expression.constant());
      case LIST -> SizeRange.fixed(expression.list().elements().size());
      case MAP -> SizeRange.fixed(expression.map().entries().size());
      default -> null;
    };
  }

  private static SizeRange ofConstant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE ->
          SizeRange.fixed(
              constant.stringValue().codePointCount(0, constant.stringValue().length()));
      case BYTES_VALUE -> SizeRange.fixed(constant.bytesValue().size());
      default -> SizeRange.ONE;
    };
  }

  private static boolean isScalar(CelType type) {
    return SCALARS.contains(type.kind())
        || (type instanceof OptionalType && isScalar(type.parameters().get(0)));
  }

  /** What the schema allows; the first step is the variable, which is the schema's own value. */
  private @Nullable SizeRange ofPath(List<String> path) {
    if (path.isEmpty()) {
      return null;
    }
    @Nullable SchemaType at = root;
    for (String step : path.subList(1, path.size())) {
      at = at == null ? null : at.inside(step);
    }
    return at == null ? null : new SizeRange(0, at.mostElements());
  }

  void set(CelExpr expression, @Nullable SizeRange size) {
    if (size != null) {
      sizes.put(expression.id(), size);
    }
  }

  void copy(CelExpr expression, CelExpr from) {
    set(expression, of(from));
    copyEntries(expression, from);
  }

  void copyEntries(CelExpr expression, CelExpr from) {
    Entries made = entriesOf(from);
    if (made != null) {
      entries.put(expression.id(), made);
    }
  }

  void setEntries(CelExpr expression, CelKind container, SizeRange key, @Nullable SizeRange value) {
    entries.put(
        expression.id(), new Entries(container, key, value == null ? SizeRange.fixed(0) : value));
  }

  /** Of two that become one. */
  void joinEntries(CelExpr expression, CostNode one, CostNode other) {
    @Nullable Entries first = one.expression() == null ? null : entriesOf(one.expression());
    @Nullable Entries second = other.expression() == null ? null : entriesOf(other.expression());
    if (first != null && second != null) {
      entries.put(
          expression.id(),
          new Entries(
              first.container(),
              first.key().union(second.key()),
              first.value().union(second.value())));
    }
  }

  private @Nullable Entries entriesOf(CelExpr expression) {
    Entries made = entries.get(expression.id());
    if (made != null) {
      return made;
    }
    Variable variable =
        expression.getKind() == Kind.IDENT ? variable(expression.ident().name()) : null;
    return variable == null ? null : variable.entries();
  }
}
