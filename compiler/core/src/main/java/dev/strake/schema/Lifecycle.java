package dev.strake.schema;

import dev.strake.schemas.KubernetesPacks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Since when the built-in APIs exist, are deprecated and are gone. Versions are minor versions of
 * Kubernetes 1: 22 is 1.22.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">Kubernetes:
 *     deprecated API migration guide</a>
 */
public final class Lifecycle {

  private static volatile @Nullable Lifecycle known;

  private final Map<String, Entry> entries;
  private final Map<String, List<Entry>> byResource = new HashMap<>();

  private Lifecycle(Map<String, Entry> entries) {
    this.entries = entries;
    for (Entry entry : entries.values()) {
      String resource = KindSchema.key(entry.group(), ApiResource.of(entry.kind));
      byResource.computeIfAbsent(resource, key -> new ArrayList<>()).add(entry);
    }
  }

  /** Where an API stands in a version of Kubernetes. */
  public enum Stage {
    NOT_YET,
    SERVED,
    DEPRECATED,
    REMOVED
  }

  /**
   * The life of one kind in one version of its group.
   *
   * @param deprecated null if it is not
   * @param removed the first version without it; null if there is none yet
   * @param replacement {@code apiVersion Kind}; null if there is none
   */
  public record Entry(
      String apiVersion,
      String kind,
      int introduced,
      @Nullable Integer deprecated,
      @Nullable Integer removed,
      @Nullable String replacement) {

    /** Empty for the core group. */
    public String group() {
      int slash = apiVersion.indexOf('/');
      return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The stage in Kubernetes {@code 1.<minor>}. */
    public Stage in(int minor) {
      if (minor < introduced) {
        return Stage.NOT_YET;
      }
      if (removed != null && minor >= removed) {
        return Stage.REMOVED;
      }
      return deprecated != null && minor >= deprecated ? Stage.DEPRECATED : Stage.SERVED;
    }
  }

  /** The table that comes with this version of Strake; read when it is first asked for. */
  public static Lifecycle known() {
    Lifecycle table = known;
    if (table == null) {
      table = parse(KubernetesPacks.lifecycle());
      known = table;
    }
    return table;
  }

  private static Lifecycle parse(String text) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    boolean titles = true;
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (!titles) {
        Entry entry = entry(line.split("\t", -1));
        entries.put(KindSchema.key(entry.apiVersion, entry.kind), entry);
      }
      titles = false;
    }
    return new Lifecycle(entries);
  }

  private static Entry entry(String[] row) {
    String group = row[0];
    @Nullable Integer introduced = minor(row[3]);
    return new Entry(
        group.isEmpty() ? row[1] : group.concat("/").concat(row[1]),
        row[2],
        introduced == null ? 0 : introduced,
        minor(row[4]),
        minor(row[5]),
        row[6].isEmpty() ? null : row[6]);
  }

  private static @Nullable Integer minor(String version) {
    return version.isEmpty() ? null : Integer.valueOf(version.substring(2));
  }

  /** Empty if no version of Kubernetes serves such an API, as far as is known. */
  public Optional<Entry> find(String apiVersion, String kind) {
    return Optional.ofNullable(entries.get(KindSchema.key(apiVersion, kind)));
  }

  /**
   * All versions of a resource of a group; none if there never was such a resource.
   *
   * @param group empty for the core group
   * @param resource in the plural, such as {@code ingresses}
   */
  List<Entry> ofResource(String group, String resource) {
    return byResource.getOrDefault(KindSchema.key(group, resource), List.of());
  }

  /** All entries, sorted by group, version and kind. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }
}
