package dev.strake.admission;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelResult;
import dev.strake.cel.CelType;
import dev.strake.cel.CelValue;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an object breaks a validation: each guilty element if the validation walks over a list,
 * else the field that it reads, else the object's name.
 */
final class GuiltyPlaces {

  private static final String OBJECT = "object";
  private static final String VARIABLES = "variables";
  private static final int DEEPEST = 8;

  /** More elements than that say nothing new. */
  private static final int MOST = 20;

  private static final Pattern WALK =
      Pattern.compile(
          "(?s)\\s*(?<list>[^(]*?(?:\\.orValue\\(\\s*\\[\\s*\\]\\s*\\))?)\\.all\\(\\s*(?<element>[A-Za-z_]\\w*)\\s*,(?<condition>.*)\\)\\s*");

  private static final Pattern OR_EMPTY = Pattern.compile("\\.orValue\\(\\s*\\[\\s*\\]\\s*\\)$");

  private final NativePolicy policy;
  private final NodePath base;

  /**
   * @param base where the judged object stands in its manifest
   */
  GuiltyPlaces(NativePolicy policy, NodePath base) {
    this.policy = policy;
    this.base = base;
  }

  /** At least one, from the root of the manifest. */
  List<NodePath> of(NativePolicy.Check check, CelBindings bindings) {
    List<NodePath> elements = elements(check.expression().text(), bindings);
    return elements.isEmpty() ? List.of(field(check.expression().text())) : elements;
  }

  private NodePath field(String expression) {
    return ReadPaths.common(objectPaths(expression))
        .map(keys -> below(base, keys))
        .orElseGet(this::whole);
  }

  private NodePath whole() {
    return base.equals(NodePath.ROOT) ? NativePolicy.NAME : base;
  }

  private static NodePath below(NodePath start, List<String> keys) {
    NodePath path = start;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /** What an expression reads of the object, by itself and by variables. */
  private List<List<String>> objectPaths(String expression) {
    Set<List<String>> paths = new LinkedHashSet<>();
    addObjectPaths(expression, paths, DEEPEST);
    return List.copyOf(paths);
  }

  private void addObjectPaths(String expression, Set<List<String>> paths, int depth) {
    for (ReadPaths.Read read : ReadPaths.of(expression)) {
      if (read.root().equals(OBJECT)) {
        paths.add(read.keys());
      } else if (read.root().equals(VARIABLES) && !read.keys().isEmpty() && depth > 0) {
        variable(read.keys().get(0)).ifPresent(text -> addObjectPaths(text, paths, depth - 1));
      }
    }
    paths.remove(List.<String>of());
  }

  private Optional<String> variable(String name) {
    return policy.variables().stream()
        .filter(variable -> variable.name().equals(name))
        .map(variable -> variable.expression().text())
        .findFirst();
  }

  private List<NodePath> elements(String expression, CelBindings bindings) {
    Matcher walk = WALK.matcher(expression);
    if (!walk.matches() || !isClosed(walk.group("condition"))) {
      return List.of();
    }
    Optional<List<String>> list = list(walk.group("list").strip());
    Optional<List<CelValue>> items =
        Expression.of(walk.group("list"), CelType.ANY)
            .evaluate(bindings)
            .valueOr(failure -> CelValue.NULL)
            .items();
    if (list.isEmpty() || items.isEmpty()) {
      return List.of();
    }
    String element = walk.group("element");
    Expression condition = Expression.about(element, walk.group("condition"));
    if (!condition.compiles()) {
      return List.of();
    }
    NodePath path = below(base, list.get());
    List<NodePath> guilty = new ArrayList<>();
    for (int i = 0; i < items.get().size() && guilty.size() < MOST; i++) {
      CelResult verdict = condition.evaluate(bindings.with(element, items.get().get(i)));
      if (!verdict.isTrue()) {
        guilty.add(below(path.index(i), inside(walk.group("condition"), element)));
      }
    }
    return guilty;
  }

  /** The field of an element that a condition is about. */
  private static List<String> inside(String condition, String element) {
    List<List<String>> paths =
        ReadPaths.of(condition).stream()
            .filter(read -> read.root().equals(element) && !read.keys().isEmpty())
            .map(ReadPaths.Read::keys)
            .distinct()
            .filter(keys -> !keys.equals(List.of("name")))
            .toList();
    return ReadPaths.common(paths).orElse(List.of());
  }

  /** The keys of the list that a text names: a field of the object, or a variable that is one. */
  private Optional<List<String>> list(String text) {
    String plain = OR_EMPTY.matcher(text).replaceFirst("").strip();
    List<ReadPaths.Read> reads = ReadPaths.of(plain);
    boolean isPath = reads.size() == 1 && plain.matches("(?s)[^()+]*") && !plain.contains(" ");
    if (!isPath) {
      return Optional.empty();
    }
    ReadPaths.Read read = reads.get(0);
    if (read.root().equals(OBJECT)) {
      return Optional.of(read.keys());
    }
    return read.root().equals(VARIABLES) && read.keys().size() == 1
        ? variable(read.keys().get(0))
            .filter(each -> !each.equals(text))
            .flatMap(this::listOfObject)
        : Optional.empty();
  }

  private Optional<List<String>> listOfObject(String text) {
    return text.contains(VARIABLES) ? Optional.empty() : list(text.strip());
  }

  /** Whether the bracket behind it is that of the walk. */
  private static boolean isClosed(String condition) {
    int depth = 0;
    String bare = condition.replaceAll("(?s)'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"", "");
    for (int i = 0; i < bare.length(); i++) {
      depth += bare.charAt(i) == '(' ? 1 : bare.charAt(i) == ')' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }
}
