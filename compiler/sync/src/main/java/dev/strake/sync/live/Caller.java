package dev.strake.sync.live;

import java.util.List;

/**
 * As whom a cluster knows who asks.
 *
 * @param user {@code system:serviceaccount:NAMESPACE:NAME} for a ServiceAccount; empty if unknown
 * @param groups that the user is in
 */
public record Caller(String user, List<String> groups) {

  /** A cluster does not have to say. */
  public static final Caller UNKNOWN = new Caller("", List.of());

  public Caller {
    groups = List.copyOf(groups);
  }
}
