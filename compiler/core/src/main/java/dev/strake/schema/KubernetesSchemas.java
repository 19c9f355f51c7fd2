package dev.strake.schema;

import dev.strake.schemas.KubernetesPacks;
import dev.strake.value.Parsed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built-in kinds of one Kubernetes version. Immutable but for what it reads when needed. */
public final class KubernetesSchemas {

  private static final Pattern VERSION = Pattern.compile("v?(?<minor>1\\.[0-9]+)(\\.[0-9]+)?");
  private static final Map<String, KubernetesSchemas> LOADED = new ConcurrentHashMap<>();

  private final String version;
  private final Map<String, KindSchema> kinds;
  private final Set<String> groups;

  private KubernetesSchemas(String version, Map<String, KindSchema> kinds) {
    this.version = version;
    this.kinds = kinds;
    this.groups = new HashSet<>();
    for (KindSchema kind : kinds.values()) {
      groups.add(kind.group());
    }
  }

  /**
   * The schemas of a version; empty if there are none.
   *
   * @param version {@code 1.36} or {@code 1.36.2}, with or without a leading {@code v}
   */
  public static Optional<KubernetesSchemas> forVersion(String version) {
    String known = minor(version);
    return KubernetesPacks.versions().contains(known)
        ? Optional.of(LOADED.computeIfAbsent(known, KubernetesSchemas::load))
        : Optional.empty();
  }

  /** The schemas of the newest version there is. */
  public static KubernetesSchemas newest() {
    List<String> versions = versions();
    return LOADED.computeIfAbsent(versions.get(versions.size() - 1), KubernetesSchemas::load);
  }

  private static KubernetesSchemas load(String version) {
    return new KubernetesSchemas(version, new Pack(KubernetesPacks.pack(version)).kinds());
  }

  private static String minor(String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    int patch = plain.indexOf('.', plain.indexOf('.') + 1);
    return patch < 0 ? plain : plain.substring(0, patch);
  }

  /** The versions that are known, oldest first, as {@code <major>.<minor>}. */
  public static List<String> versions() {
    return KubernetesPacks.versions();
  }

  /**
   * One of {@link #versions()}, as a user asks for it.
   *
   * @param text {@code 1.36} or {@code 1.36.2}, with or without a leading {@code v}
   */
  public static Parsed<String> parseVersion(String text) {
    Matcher version = VERSION.matcher(text);
    return version.matches() && versions().contains(version.group("minor"))
        ? Parsed.ok(version.group("minor"))
        : Parsed.bad(
            "a version of Kubernetes that is known: there are " + String.join(", ", versions()));
  }

  /** As {@code <major>.<minor>}. */
  public String version() {
    return version;
  }

  /** The number behind the dot: 36 for Kubernetes 1.36. */
  public int minor() {
    return minorOf(version);
  }

  /** The number behind the dot of one of {@link #versions()}. */
  public static int minorOf(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** The kind that an object names; empty if this version of Kubernetes has none such. */
  public Optional<KindSchema> find(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(KindSchema.key(apiVersion, kind)));
  }

  /** All kinds, list kinds included, sorted by group, version and kind. */
  public Collection<KindSchema> kinds() {
    return kinds.values();
  }

  /**
   * Whether Kubernetes itself serves a group, so that no custom resource can define a kind in it.
   *
   * @param group empty for the core group
   */
  public boolean isKnownGroup(String group) {
    return groups.contains(group);
  }

  /** Kinds of this name in any built-in group and version, in order. */
  List<KindSchema> named(String kind) {
    return kinds.values().stream().filter(k -> k.kind().equals(kind)).toList();
  }

  /** By name, the kinds of one group and version. */
  Map<String, KindSchema> of(String apiVersion) {
    Map<String, KindSchema> found = new HashMap<>();
    for (KindSchema kind : kinds.values()) {
      if (kind.apiVersion().equals(apiVersion)) {
        found.put(kind.kind(), kind);
      }
    }
    return found;
  }
}
