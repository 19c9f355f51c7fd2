package dev.strake.sync.desired;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an object says that it depends on, in the field's notation: {@code
 * GROUP/namespaces/NAMESPACE/KIND/NAME} or {@code GROUP/KIND/NAME}, separated by commas; the core
 * group is empty.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/object/dependson/strings.go">cli-utils'
 *     dependson</a>
 */
public final class DependsOn {

  public static final String ANNOTATION = "config.kubernetes.io/depends-on";

  private DependsOn() {}

  /** Those that can be read; {@link #unreadable} says which cannot. */
  public static List<ObjectIdentity> read(KubernetesObject object) {
    return entries(object).stream().map(DependsOn::parse).flatMap(Optional::stream).toList();
  }

  /** What is written there and is no reference. */
  public static List<String> unreadable(KubernetesObject object) {
    return entries(object).stream().filter(entry -> parse(entry).isEmpty()).toList();
  }

  private static List<String> entries(KubernetesObject object) {
    List<String> entries = new ArrayList<>();
    for (String entry : object.annotations().getOrDefault(ANNOTATION, "").split(",", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  private static Optional<ObjectIdentity> parse(String entry) {
    String[] parts = entry.split("/", -1);
    boolean namespaced = parts.length == 5 && parts[1].equals("namespaces");
    if (!namespaced && parts.length != 3) {
      return Optional.empty();
    }
    ObjectIdentity identity =
        namespaced
            ? new ObjectIdentity(parts[0], parts[3], parts[2], parts[4])
            : new ObjectIdentity(parts[0], parts[1], "", parts[2]);
    return identity.kind().isEmpty() || identity.name().isEmpty()
        ? Optional.empty()
        : Optional.of(identity);
  }
}
