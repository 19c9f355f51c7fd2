package dev.strake.sync.plan;

import dev.strake.sync.host.HostAction;
import dev.strake.sync.host.PlannedHost;
import dev.strake.sync.object.ObjectIdentity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync would do to one cluster.
 *
 * @param set whose objects these are
 * @param cluster its UID; empty if it could not be asked, and only hosts are planned
 * @param commit of the sources, in full; empty if they are not all of one commit
 * @param hosts of the cluster, in the order in which they are brought up; before any object
 * @param changes in the order in which they are made; each object once
 */
public record Plan(
    String set,
    String cluster,
    String commit,
    List<PlannedHost> hosts,
    List<PlannedChange> changes) {

  public Plan {
    hosts = List.copyOf(hosts);
    changes = List.copyOf(changes);
  }

  /** What can be said of a cluster that does not answer, but whose hosts do. */
  public static Plan ofHosts(String set, String commit, List<PlannedHost> hosts) {
    return new Plan(set, "", commit, hosts, List.of());
  }

  public Plan withHosts(List<PlannedHost> planned) {
    return new Plan(set, cluster, commit, planned, changes);
  }

  /** How many there are of each action that there is any of. */
  public Map<Action, Integer> counts() {
    Map<Action, Integer> counts = new EnumMap<>(Action.class);
    changes.forEach(change -> counts.merge(change.action(), 1, Integer::sum));
    return counts;
  }

  /** Whether the cluster is not as it shall be. */
  public boolean isPending() {
    return hosts.stream().anyMatch(host -> host.action() != HostAction.CURRENT)
        || changes.stream()
            .map(PlannedChange::action)
            .anyMatch(action -> action.writes() || action == Action.BLOCKED);
  }

  public boolean isBlocked() {
    return counts().containsKey(Action.BLOCKED);
  }

  public Optional<PlannedChange> find(ObjectIdentity identity) {
    return changes.stream().filter(change -> change.identity().equals(identity)).findFirst();
  }

  /**
   * What this plan does otherwise than a reviewed one: nothing if it may be carried out in its
   * place. Objects that need no change now are no difference: somebody has made it.
   */
  public List<PlanDifference> differencesFrom(Plan reviewed) {
    Map<ObjectIdentity, PlannedChange> were = new HashMap<>();
    reviewed.changes.forEach(change -> were.put(change.identity(), change));
    return changes.stream()
        .filter(change -> change.action().writes() || change.action() == Action.BLOCKED)
        .filter(
            change -> {
              PlannedChange was = were.get(change.identity());
              return was == null || !change.isSameAs(was);
            })
        .map(change -> new PlanDifference(Optional.ofNullable(were.get(change.identity())), change))
        .toList();
  }

  /** The same for hosts. One that is current now is no difference. */
  public List<HostDifference> hostDifferencesFrom(Plan reviewed) {
    Map<String, PlannedHost> were = new HashMap<>();
    reviewed.hosts.forEach(host -> were.put(host.title(), host));
    return hosts.stream()
        .filter(host -> host.action() != HostAction.CURRENT)
        .filter(
            host -> {
              PlannedHost was = were.get(host.title());
              return was == null || !host.isSameAs(was);
            })
        .map(host -> new HostDifference(Optional.ofNullable(were.get(host.title())), host))
        .toList();
  }

  /**
   * One host of which the plans say different things.
   *
   * @param reviewed empty if the reviewed plan does not have the host
   */
  public record HostDifference(Optional<PlannedHost> reviewed, PlannedHost now) {}

  /**
   * One object of which the plans say different things.
   *
   * @param reviewed empty if the reviewed plan does not have the object
   */
  public record PlanDifference(Optional<PlannedChange> reviewed, PlannedChange now) {}
}
