package dev.strake.value;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a quantity is of: {@code cpu}, {@code requests.memory}, {@code hugepages-2Mi}, or an
 * extended resource with a DNS prefix such as {@code example.org/gpu}. A name without a prefix must
 * be one that Kubernetes knows: a misspelt one would be kept and never have an effect. The
 * kubelet's {@code pid} is one of them. Which of them fits where is for others to say.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/helper/helpers.go">IsStandardResourceName
 *     and IsStandardQuotaResourceName</a>
 */
public record ResourceName(String text) implements Comparable<ResourceName> {

  private static final SortedSet<String> STANDARD =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              List.of(
                  "configmaps",
                  "cpu",
                  "ephemeral-storage",
                  "limits.cpu",
                  "limits.ephemeral-storage",
                  "limits.memory",
                  "memory",
                  "persistentvolumeclaims",
                  "pid",
                  "pods",
                  "replicationcontrollers",
                  "requests.cpu",
                  "requests.ephemeral-storage",
                  "requests.memory",
                  "requests.storage",
                  "resourcequotas",
                  "secrets",
                  "services",
                  "services.loadbalancers",
                  "services.nodeports",
                  "storage")));
  private static final List<String> HUGE_PAGES = List.of("hugepages-", "requests.hugepages-");

  public static final ResourceName CPU = new ResourceName("cpu");
  public static final ResourceName MEMORY = new ResourceName("memory");
  public static final ResourceName EPHEMERAL_STORAGE = new ResourceName("ephemeral-storage");
  public static final ResourceName PODS = new ResourceName("pods");

  private static final String REQUESTS = "requests.";
  private static final String LIMITS = "limits.";
  private static final Set<ResourceName> COMPUTE = Set.of(CPU, MEMORY, EPHEMERAL_STORAGE);

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ResourceName {
    Names.require(text, problem(text));
  }

  public static Parsed<ResourceName> parse(String text) {
    return Names.named(text, "a resource", problem(text), ResourceName::new);
  }

  /** The resources that Kubernetes counts by a name of its own, quota's included, sorted. */
  public static SortedSet<String> standard() {
    return STANDARD;
  }

  /**
   * The resource whose requests a quota of this name counts: {@code cpu} for {@code cpu} and {@code
   * requests.cpu}; empty if it counts something else.
   */
  public Optional<ResourceName> requested() {
    if (text.startsWith(REQUESTS)) {
      return parse(text.substring(REQUESTS.length())).match(Optional::of, bad -> Optional.empty());
    }
    return COMPUTE.contains(this) || equals(PODS) || text.startsWith(HUGE_PAGES.get(0))
        ? Optional.of(this)
        : Optional.empty();
  }

  /**
   * The resource whose limits a quota of this name counts: {@code cpu} for {@code limits.cpu};
   * empty if it counts something else.
   */
  public Optional<ResourceName> limited() {
    return text.startsWith(LIMITS)
        ? parse(text.substring(LIMITS.length())).match(Optional::of, bad -> Optional.empty())
        : Optional.empty();
  }

  /**
   * Whether each machine has some of it, and containers may be promised more of it than there is:
   * {@code cpu}, {@code memory} and {@code ephemeral-storage}.
   */
  public boolean isCompute() {
    return COMPUTE.contains(this);
  }

  @Override
  public int compareTo(ResourceName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }

  private static @Nullable String problem(String text) {
    String problem = Names.qualifiedProblem(text);
    if (problem != null || text.contains("/")) {
      return problem;
    }
    boolean known =
        STANDARD.contains(text) || HUGE_PAGES.stream().anyMatch(p -> isHugePages(p, text));
    return known
        ? null
        : "Kubernetes has no resource of this name, and others need a prefix: example.org/name";
  }

  private static boolean isHugePages(String prefix, String text) {
    return text.startsWith(prefix) && text.length() > prefix.length();
  }
}
