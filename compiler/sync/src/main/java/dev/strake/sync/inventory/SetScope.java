package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where the members of a set are to be looked for: kinds, and namespaces for those that have one.
 *
 * @param namespaces without the empty one of cluster-scoped objects
 */
public record SetScope(SortedSet<GroupKind> kinds, SortedSet<String> namespaces) {

  public static final SetScope EMPTY = new SetScope(new TreeSet<>(), new TreeSet<>());

  public SetScope {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
  }

  /** The smallest scope that has some objects in it. */
  public static SetScope of(Collection<ObjectIdentity> members) {
    SortedSet<GroupKind> kinds = new TreeSet<>();
    SortedSet<String> namespaces = new TreeSet<>();
    for (ObjectIdentity member : members) {
      kinds.add(GroupKind.of(member));
      if (!member.isClusterScoped()) {
        namespaces.add(member.namespace());
      }
    }
    return new SetScope(kinds, namespaces);
  }

  public SetScope union(SetScope other) {
    SortedSet<GroupKind> bothKinds = new TreeSet<>(kinds);
    bothKinds.addAll(other.kinds);
    SortedSet<String> bothNamespaces = new TreeSet<>(namespaces);
    bothNamespaces.addAll(other.namespaces);
    return new SetScope(bothKinds, bothNamespaces);
  }

  SetScope withoutNamespace(String namespace) {
    SortedSet<String> others = new TreeSet<>(namespaces);
    others.remove(namespace);
    return new SetScope(kinds, others);
  }

  static SetScope parse(String kinds, String namespaces) {
    return new SetScope(
        words(kinds).stream().map(GroupKind::parse).collect(Collectors.toCollection(TreeSet::new)),
        words(namespaces));
  }

  private static SortedSet<String> words(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Sorted, with commas between them. */
  String kindsText() {
    return kinds.stream().map(GroupKind::toString).collect(Collectors.joining(","));
  }

  /** Sorted, with commas between them. */
  String namespacesText() {
    return String.join(",", namespaces);
  }
}
