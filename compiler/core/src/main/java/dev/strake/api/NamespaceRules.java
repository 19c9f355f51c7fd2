package dev.strake.api;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateNamespace
 *     in validation.go</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/pod-security-admission/admission/admission.go">ValidateNamespace
 *     of Pod Security admission, which is always on</a>
 */
final class NamespaceRules implements ObjectRules {

  private static final List<String> STANDARD =
      List.of("kubernetes", "orphan", "foregroundDeletion");

  private static final String POD_SECURITY = "pod-security.kubernetes.io/";
  private static final Pattern VERSION = Pattern.compile("latest|v1\\.(0|[1-9][0-9]{0,9})");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor labels = object.field("metadata", "labels");
    for (String mode : List.of("enforce", "audit", "warn")) {
      Check.oneOf(
          labels.field(POD_SECURITY + mode), List.of("privileged", "baseline", "restricted"));
      Cursor version = labels.field(POD_SECURITY + mode + "-version");
      if (version.isSet()) {
        Check.shapeAs(version, NamespaceRules::versionProblem);
      }
    }
    for (Cursor finalizer : object.field("spec", "finalizers").items()) {
      Check.shapeEvenEmpty(finalizer, NamespaceRules::finalizerProblem);
    }
  }

  private static @Nullable String versionProblem(String text) {
    return VERSION.matcher(text).matches()
        ? null
        : "a version of the Pod Security Standards: write latest, or the likes of v1.36";
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
