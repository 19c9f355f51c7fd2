package dev.strake.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Paths inside volumes and containers.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateLocalDescendingPath
 *     and its neighbours in validation.go</a>
 */
final class Paths {

  private Paths() {}

  /** validatePathNoBacksteps. */
  static void noBacksteps(Cursor path) {
    report(path, backstepProblem(path.text()));
  }

  /** validateLocalDescendingPath. */
  static void descending(Cursor path) {
    report(path, descendingProblem(path.text()));
  }

  /** ValidateLocalNonReservedPath. */
  static void notReserved(Cursor path) {
    String text = path.text();
    @Nullable String problem = descendingProblem(text);
    report(path, problem == null && text.startsWith("..") ? "must not start with '..'" : problem);
  }

  static void absolute(Cursor path) {
    if (path.isText() && !path.text().isEmpty() && !path.text().startsWith("/")) {
      path.invalid("must be absolute");
    }
  }

  private static void report(Cursor path, @Nullable String problem) {
    if (problem != null) {
      path.invalid(problem);
    }
  }

  private static @Nullable String descendingProblem(String text) {
    return text.startsWith("/") ? "must be relative" : backstepProblem(text);
  }

  private static @Nullable String backstepProblem(String text) {
    return Arrays.asList(text.split("/", -1)).contains("..")
        ? "must not have '..' among its parts"
        : null;
  }
}
