package dev.strake.check.loadbalancer;

import dev.strake.check.RepositoryCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Keepalived;
import dev.strake.spec.Origin;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two clusters of one repository whose virtual IPs are in one network and have one virtual router
 * id. With multicast, each takes the other's hosts for its own. With unicast, hosts hear only those
 * they know, and the number is merely confusing. Never an error: networks of two sites may look
 * alike.
 *
 * @see <a href="https://www.keepalived.org/manpage.html">keepalived.conf(5): virtual_router_id</a>
 */
public final class SharedRouterId implements RepositoryCheck {

  static final Code SHARED_ROUTER_ID = Code.warning("spec/shared-router-id");

  /**
   * A group of hosts that elect one among them.
   *
   * @param network the machine block that it speaks in
   */
  private record Group(String cluster, Keepalived keepalived, Cidr network, Origin origin) {
    boolean isLater(Group other) {
      return origin.range().compareTo(other.origin.range()) > 0;
    }
  }

  @Override
  public void check(List<ResolvedCluster> clusters, DiagnosticSink sink) {
    Map<Integer, List<Group>> byId = new TreeMap<>();
    for (ResolvedCluster cluster : clusters) {
      group(cluster)
          .ifPresent(
              group ->
                  byId.computeIfAbsent(
                          group.keepalived().virtualRouterID(), any -> new ArrayList<>())
                      .add(group));
    }
    byId.values().forEach(groups -> report(groups, sink));
  }

  private static Optional<Group> group(ResolvedCluster cluster) {
    if (!(cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived balancer)) {
      return Optional.empty();
    }
    Keepalived keepalived = balancer.keepalived();
    Origin origin = cluster.origins().of(keepalived, Keepalived::virtualRouterID);
    return CidrSet.of(cluster.networks().machines())
        .around(keepalived.virtualIP().address())
        .map(network -> new Group(cluster.name(), keepalived, network, origin));
  }

  /** Of two blocks that overlap, one holds the other: sorted, whoever holds a block is open. */
  private static void report(List<Group> groups, DiagnosticSink sink) {
    groups.sort(
        Comparator.comparing(Group::network).thenComparing(group -> group.origin().range()));
    Deque<Group> open = new ArrayDeque<>();
    for (Group group : groups) {
      while (!open.isEmpty() && !open.peek().network().contains(group.network())) {
        open.pop();
      }
      if (!open.isEmpty()) {
        sink.report(finding(group, open.peek()));
      }
      open.push(group);
    }
  }

  private static Diagnostic finding(Group one, Group two) {
    Group guilty = one.isLater(two) ? one : two;
    Group other = one.isLater(two) ? two : one;
    boolean multicast = !one.keepalived().unicast() && !two.keepalived().unicast();
    return guilty
        .origin()
        .finding(
            SHARED_ROUTER_ID,
            "%s has the virtual router id %s in %s, as %s has"
                .formatted(
                    guilty.cluster(),
                    guilty.keepalived().virtualRouterID(),
                    guilty.network(),
                    other.cluster()))
        .withSeverity(multicast ? Severity.WARNING : Severity.INFO)
        .withRelated(other.origin().range(), "taken here")
        .withHelp("write another number from 1 to 255");
  }
}
