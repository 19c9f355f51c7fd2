package dev.strake.sync.inventory;

/**
 * Labels and annotations of an ApplySet. The prefix is the one that kubectl and kro write; the
 * KEP's text has another.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/kubectl/pkg/cmd/apply/applyset.go">applyset.go
 *     in kubectl</a>
 */
public final class ApplySetKeys {

  private static final String PREFIX = "applyset.kubernetes.io/";

  /** Label of the parent: the set's id. */
  public static final String ID = PREFIX + "id";

  /** Label of each member: the id of its set. */
  public static final String PART_OF = PREFIX + "part-of";

  /** Annotation of the parent: who keeps the set. */
  public static final String TOOLING = PREFIX + "tooling";

  /** Annotation of the parent: which kinds its members may have. */
  public static final String GROUP_KINDS = PREFIX + "contains-group-kinds";

  /** Annotation of the parent: the namespaces of its members other than the parent's own. */
  public static final String NAMESPACES = PREFIX + "additional-namespaces";

  /** Label of a custom resource definition whose objects may be parents. */
  public static final String PARENT_TYPE = PREFIX + "is-parent-type";

  private ApplySetKeys() {}
}
