package dev.strake.api;

/**
 * How the API server judges objects of a kind.
 *
 * @param group empty for the core group
 * @param scope where its objects live
 * @param name what they may be called
 * @param finalizers which names of finalizers it takes
 * @param rules what else is checked of them
 */
record ApiKind(
    String group,
    String kind,
    Scope scope,
    NameRule name,
    FinalizerNames finalizers,
    ObjectRules rules) {

  /** Where objects of a kind live. */
  enum Scope {
    NAMESPACED,
    CLUSTER,
    UNKNOWN,
    /** Reviews, which are answered and not kept, and files of configuration: they need no name. */
    NOT_KEPT
  }

  /** Whether the server makes up a name if there is none: strategy.go of limitrange does. */
  boolean isNamedByServer() {
    return kind.equals("LimitRange") && group.isEmpty();
  }

  /**
   * The API server's own kinds check finalizers' names with validateKubeFinalizerName; those of the
   * libraries around it only with ValidateFinalizers.
   */
  enum FinalizerNames {
    STANDARD_OR_QUALIFIED,
    ANY
  }
}
