package dev.strake.policy;

import dev.strake.diagnostic.ObjectRef;
import java.util.List;

/**
 * A kind of objects, and how the API serves it.
 *
 * @param group the empty text for the core group
 * @param version that expressions are written for
 * @param resource the plural name
 * @param subresources those through which parts of an object are changed that policies judge
 */
public record ObjectKind(
    String group, String version, String kind, String resource, List<String> subresources) {

  public ObjectKind {
    subresources = List.copyOf(subresources);
  }

  /** Whether an object is of this kind, in any version. */
  boolean matches(ObjectRef object) {
    return kind.equals(object.kind()) && group.equals(groupOf(object.apiVersion()));
  }

  static String groupOf(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
