package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.LoadBalancer.Keepalived;
import dev.strake.spec.Origin;
import java.util.Comparator;
import java.util.List;

/**
 * A failed check that leaves the address where it is. A negative weight is taken from the priority
 * of a host whose check fails; a positive one is added to that of each host whose check succeeds;
 * with none at all, the host leaves the election. The address moves only to a host that is then
 * ahead.
 *
 * @see <a href="https://www.keepalived.org/manpage.html">keepalived.conf(5): vrrp_script</a>
 * @see <a
 *     href="https://github.com/acassen/keepalived/blob/master/keepalived/vrrp/vrrp_track.c">vrrp_set_effective_priority:
 *     1 to 254</a>
 */
final class CheckWeight implements SpecCheck {

  static final Code CHECK_WEIGHT = Code.error("spec/check-weight");

  private static final int LOWEST = 1;
  private static final int HIGHEST = 254;
  private static final int LARGEST_WEIGHT = 253;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    cluster.loadBalancer().ifPresent(balancer -> check(balancer, cluster, sink));
  }

  private static void check(
      ResolvedLoadBalancer balancer, ResolvedCluster cluster, DiagnosticSink sink) {
    Keepalived keepalived = balancer.written().keepalived();
    int weight = keepalived.checkWeight();
    List<Host> hosts =
        balancer.hosts().stream().sorted(Comparator.comparing(Host::priority).reversed()).toList();
    if (weight == 0 || hosts.size() < 2) {
      return;
    }
    Host master = hosts.get(0);
    for (Host backup : hosts.subList(1, hosts.size())) {
      if (!takesOver(backup, master, weight)) {
        boolean isFirst = backup.equals(hosts.get(1));
        sink.report(
            finding(
                    master,
                    backup,
                    weight,
                    cluster.origins().of(keepalived, Keepalived::checkWeight))
                .withSeverity(isFirst ? Severity.ERROR : Severity.WARNING)
                .withRelated(
                    cluster.origins().of(backup, Host::priority).range(), "of " + backup.name())
                .withHelp(help(master, hosts.get(hosts.size() - 1), balancer.isColocated())));
        return;
      }
    }
  }

  /** Whether a host whose check succeeds is ahead of the master when the master's fails. */
  private static boolean takesOver(Host backup, Host master, int weight) {
    return well(backup, weight) > failed(master, weight);
  }

  private static Diagnostic finding(Host master, Host backup, int weight, Origin origin) {
    return origin.finding(
        CHECK_WEIGHT,
        "when the check fails, %s has the priority %s and %s %s, so the address stays where nobody"
                .formatted(
                    master.name(), failed(master, weight), backup.name(), well(backup, weight))
            + " answers");
  }

  /** The smallest weight with which even the last one takes over, and priorities that need less. */
  private static String help(Host master, Host last, boolean colocated) {
    int enough = -(master.priority() - last.priority() + 1);
    String weight = "checkWeight: " + enough;
    boolean works = enough >= -LARGEST_WEIGHT && takesOver(last, master, enough);
    if (colocated) {
      return "write " + weight;
    }
    return works
        ? "write %s, or priorities closer to each other".formatted(weight)
        : "write priorities above 1 that are closer to each other, and checkWeight: -20";
  }

  private static int failed(Host host, int weight) {
    return within(host.priority() + Math.min(weight, 0));
  }

  private static int well(Host host, int weight) {
    return within(host.priority() + Math.max(weight, 0));
  }

  private static int within(int priority) {
    return Math.max(LOWEST, Math.min(HIGHEST, priority));
  }
}
