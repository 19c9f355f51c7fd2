package dev.strake.sync.install;

import dev.strake.sync.object.KubernetesObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An object of a bundle, as roles speak of it.
 *
 * @param group empty for the core group
 * @param resource {@code deployments}
 * @param name of the object
 */
public record SyncedResource(String group, String resource, String name)
    implements Comparable<SyncedResource> {

  private static final String DEFINITIONS = "apiextensions.k8s.io";

  private static final Comparator<SyncedResource> ORDER =
      Comparator.comparing(SyncedResource::group)
          .thenComparing(SyncedResource::resource)
          .thenComparing(SyncedResource::name);

  /** Those of some objects; kinds that they define are called what the definition calls them. */
  public static List<SyncedResource> of(Collection<KubernetesObject> objects) {
    Map<String, String> plurals = new HashMap<>();
    for (KubernetesObject object : objects) {
      if (object.group().equals(DEFINITIONS)) {
        String kind = object.text("spec", "names", "kind").orElse("");
        String group = object.text("spec", "group").orElse("");
        object
            .text("spec", "names", "plural")
            .ifPresent(plural -> plurals.put(kind + "." + group, plural));
      }
    }
    return objects.stream()
        .map(
            object ->
                new SyncedResource(
                    object.group(),
                    plurals.getOrDefault(
                        object.kind() + "." + object.group(), plural(object.kind())),
                    object.name()))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What Kubernetes makes of a kind that nobody has defined, which is right for all its own.
   *
   * @see <a
   *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/meta/restmapper.go">UnsafeGuessKindToResource</a>
   */
  static String plural(String kind) {
    String singular = kind.toLowerCase(Locale.ROOT);
    if (singular.endsWith("endpoints")) {
      return singular;
    }
    if (singular.endsWith("s")) {
      return singular + "es";
    }
    return singular.endsWith("y")
        ? singular.substring(0, singular.length() - 1) + "ies"
        : singular + "s";
  }

  @Override
  public int compareTo(SyncedResource other) {
    return ORDER.compare(this, other);
  }
}
