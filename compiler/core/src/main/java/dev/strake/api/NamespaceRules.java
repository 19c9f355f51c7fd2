package dev.strake.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateNamespace
 *     in validation.go</a>
 */
final class NamespaceRules implements ObjectRules {

  private static final List<String> STANDARD =
      List.of("kubernetes", "orphan", "foregroundDeletion");

  @Override
  public void check(Cursor object, ApiContext context) {
    for (Cursor finalizer : object.field("spec", "finalizers").items()) {
      Check.shapeEvenEmpty(finalizer, NamespaceRules::finalizerProblem);
    }
  }

  /** validateFinalizerName and validateKubeFinalizerName. */
  private static @Nullable String finalizerProblem(String text) {
    String problem = Texts.qualifiedProblem(text);
    if (problem != null) {
      return problem;
    }
    boolean ok = text.contains("/") || STANDARD.contains(text);
    return ok ? null : "a finalizer: it needs a prefix, such as example.org/name";
  }
}
