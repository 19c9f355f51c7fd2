package dev.strake.api;

/**
 * References to objects by group, kind and name.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">validateIngressTypedLocalObjectReference
 *     in validation.go</a>
 */
final class References {

  private References() {}

  /** One with an apiGroup, a kind and a name. */
  static void local(Cursor reference) {
    if (reference.field("apiGroup").isSet()) {
      Check.shapeEvenEmpty(reference.field("apiGroup"), Texts::subdomainProblem);
    }
    segment(reference.field("kind"));
    segment(reference.field("name"));
  }

  /** Reports a text that is absent, or cannot stand in a URL's path. */
  static void segment(Cursor text) {
    Check.requiredShape(text, Domains::segmentProblem);
  }

  /** Reports an apiVersion that is no version and no group and version: ParseGroupVersion. */
  static boolean isGroupVersion(String text) {
    return text.indexOf('/') == text.lastIndexOf('/');
  }
}
