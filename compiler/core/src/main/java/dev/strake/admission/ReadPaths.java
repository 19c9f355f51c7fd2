package dev.strake.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which fields an expression reads, told by its text: good enough to point at a place, and never
 * used to judge.
 */
final class ReadPaths {

  private static final String TEXT = "'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"";
  private static final String STEP =
      "\\s*\\.\\??\\s*[A-Za-z_][A-Za-z0-9_]*|\\[\\??(?:" + TEXT + ")\\]";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>"
              + TEXT
              + ")"
              + "|(?<![\\w.])(?:dyn\\((?<cast>\\w+)\\)|(?<name>\\w+))(?<steps>(?:"
              + STEP
              + ")+)(?<call>\\s*\\()?");
  private static final Pattern ONE_STEP =
      Pattern.compile("\\.\\??\\s*(?<plain>[A-Za-z_][A-Za-z0-9_]*)|\\[\\??.(?<quoted>.*?).\\]");

  /** What says which object it is, and not what is wrong with it. */
  private static final Set<List<String>> IDENTITY =
      Set.of(
          List.of("apiVersion"),
          List.of("kind"),
          List.of("metadata", "name"),
          List.of("metadata", "namespace"));

  private ReadPaths() {}

  /**
   * The keys that lead to a field.
   *
   * @param root the name in front of it
   */
  record Read(String root, List<String> keys) {
    Read {
      keys = List.copyOf(keys);
    }
  }

  /** All that an expression reads, in the order of its text. */
  static List<Read> of(String expression) {
    List<Read> reads = new ArrayList<>();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      if (token.group("text") == null) {
        String root = token.group("cast") == null ? token.group("name") : token.group("cast");
        List<String> keys = keys(token.group("steps"));
        // What is called is a function and no field.
        reads.add(
            new Read(root, token.group("call") == null ? keys : keys.subList(0, keys.size() - 1)));
      }
    }
    return reads;
  }

  private static List<String> keys(String steps) {
    return ONE_STEP
        .matcher(steps)
        .results()
        .map(step -> step.group(1) == null ? step.group(2) : step.group(1))
        .toList();
  }

  /**
   * The one field that some paths are about: what they have in common, if that says anything.
   *
   * @param paths of the same root
   */
  static Optional<List<String>> common(List<List<String>> paths) {
    List<List<String>> telling = paths.stream().filter(path -> !IDENTITY.contains(path)).toList();
    List<List<String>> counted = telling.isEmpty() ? paths : telling;
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    List<String> longest =
        counted.stream().reduce((a, b) -> b.size() > a.size() ? b : a).orElseThrow();
    List<String> shared = longest;
    boolean oneWay = true;
    for (List<String> path : counted) {
      int same = 0;
      while (same < Math.min(shared.size(), path.size())
          && shared.get(same).equals(path.get(same))) {
        same++;
      }
      oneWay &= same == path.size() || same == shared.size();
      shared = same == path.size() ? shared : shared.subList(0, same);
    }
    List<String> found = oneWay ? longest : shared;
    // "spec" alone is where everything is.
    return found.isEmpty() || (found.size() < 2 && !oneWay) ? Optional.empty() : Optional.of(found);
  }
}
