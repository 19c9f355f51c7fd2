package dev.strake.cel;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the library says of a text that is no expression, at the tightest place and in our words.
 */
final class CompileProblems {

  private static final Pattern CONTAINER = Pattern.compile(" \\(in container '[^']*'\\)");
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '(.*)' \\(candidates.*");
  private static final String OPERATORS = "=!<>&|+-*/%?";

  private final String text;

  /**
   * @param text the whole expression
   */
  CompileProblems(String text) {
    this.text = text;
  }

  List<CelProblem> of(List<CelIssue> issues) {
    List<CelProblem> sorted =
        issues.stream()
            .map(this::problem)
            .distinct()
            .sorted(Comparator.comparingInt(CelProblem::start).thenComparing(CelProblem::message))
            .toList();
    List<CelProblem> kept = new ArrayList<>();
    for (CelProblem problem : sorted) {
      if (kept.stream().noneMatch(before -> explains(before, problem))) {
        kept.add(problem);
      }
    }
    return kept;
  }

  /** A library that is not there is one problem, however many of its functions are called. */
  private static boolean explains(CelProblem before, CelProblem problem) {
    boolean inside = problem.start() < before.end() && problem.end() <= before.end();
    return before.message().contains(" came with ")
        && (inside || problem.message().contains(" came with "));
  }

  private CelProblem problem(CelIssue issue) {
    int given = offset(issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
    int start = startOfCall(given);
    int end = endOfToken(start);
    String message = CONTAINER.matcher(issue.getMessage()).replaceAll("").strip();
    if (UNDECLARED.matcher(message).matches()) {
      return undeclared(start, end);
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    return new CelProblem(
        start, end, overload.matches() ? noOverload(overload.group(1), overload) : message);
  }

  private static String noOverload(String function, Matcher problem) {
    String name = function.replace("_", "");
    boolean operator = name.isEmpty() || OPERATORS.indexOf(name.charAt(0)) >= 0;
    return "%s cannot be applied to %s"
        .formatted(operator ? "'" + name + "'" : function, problem.group(2));
  }

  /** Names the whole of a dotted variable or function, of which the first part says nothing. */
  private CelProblem undeclared(int start, int end) {
    boolean dotted = end < text.length() && text.charAt(end) == '.';
    int last = dotted ? endOfToken(end + 1) : end;
    String whole = text.substring(start, last);
    if (CelSetup.sinceMinor(whole).isPresent() || whole.startsWith("variables.")) {
      return undeclared(start, last, whole);
    }
    return undeclared(start, end, text.substring(start, end));
  }

  private static CelProblem undeclared(int start, int end, String name) {
    OptionalInt since = CelSetup.sinceMinor(name);
    String message =
        since.isPresent()
            ? "'%s' came with Kubernetes 1.%s, and new expressions may use it from 1.%s on"
                .formatted(name, since.getAsInt(), since.getAsInt() + 1)
            : "there is nothing called '%s' here".formatted(name);
    return new CelProblem(start, end, message);
  }

  /**
   * @param line 1-based; 0 and less if the library knows no place
   * @param column 0-based, in code points
   */
  private int offset(int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int lineBreak = text.indexOf('\n', start);
      if (lineBreak < 0) {
        return text.length();
      }
      start = lineBreak + 1;
    }
    int available = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.max(0, Math.min(column, available)));
  }

  /** The library points at a call's parenthesis; its name says more. */
  private int startOfCall(int place) {
    int start = place;
    boolean call = place < text.length() && text.charAt(place) == '(';
    while (call && start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int endOfToken(int start) {
    if (start >= text.length()) {
      return text.length();
    }
    char first = text.charAt(start);
    if (first == '\'' || first == '"') {
      int close = text.indexOf(first, start + 1);
      return close < 0 ? text.length() : close + 1;
    }
    int end = start;
    while (end < text.length()
        && (OPERATORS.indexOf(first) >= 0
            ? OPERATORS.indexOf(text.charAt(end)) >= 0
            : Character.isJavaIdentifierPart(text.charAt(end)))) {
      end++;
    }
    return Math.max(end, start + 1);
  }
}
