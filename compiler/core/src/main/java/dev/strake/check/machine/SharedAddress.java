package dev.strake.check.machine;

import dev.strake.check.RepositoryCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons.LoadBalancerPool;
import dev.strake.spec.Origin;
import dev.strake.value.AddressPool;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two clusters of one repository that use an address, or hand it out to Services. A warning, and
 * one for two clusters: sites that never meet may look alike. The gateway is everybody's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5227">RFC 5227: address conflicts</a>
 */
public final class SharedAddress implements RepositoryCheck {

  static final Code SHARED_ADDRESS = Code.warning("spec/shared-address");

  /** Addresses that a cluster uses, from the first to the last. */
  private record Use(
      String cluster,
      Supplier<String> whose,
      IpAddress first,
      IpAddress last,
      Supplier<Origin> place) {
    boolean meets(Use later) {
      return !cluster.equals(later.cluster)
          && first.family() == later.first.family()
          && last.compareTo(later.first) >= 0;
    }

    boolean isWrittenAfter(Use other) {
      return place.get().range().compareTo(other.place.get().range()) > 0;
    }

    String addresses() {
      return first.equals(last) ? first.toString() : first + "-" + last;
    }
  }

  private record Pair(String first, String second) {}

  private record Clash(Use guilty, Use other) {}

  @Override
  public void check(List<ResolvedCluster> clusters, DiagnosticSink sink) {
    if (clusters.size() < 2) {
      return;
    }
    List<Use> uses = new ArrayList<>();
    clusters.forEach(cluster -> collect(cluster, uses));
    uses.sort(Comparator.comparing(Use::first).thenComparing(Use::last));
    Map<Pair, List<Clash>> clashes = new LinkedHashMap<>();
    for (Clash clash : clashes(uses)) {
      Pair pair = new Pair(clash.guilty().cluster(), clash.other().cluster());
      clashes.computeIfAbsent(pair, any -> new ArrayList<>()).add(clash);
    }
    clashes.values().forEach(several -> sink.report(finding(several)));
  }

  private static void collect(ResolvedCluster cluster, List<Use> uses) {
    // Several clusters may bear one name, which is reported elsewhere; their files differ.
    String id = cluster.origins().of(cluster.spec()).range().file().path();
    for (NetworkAddress used : NetworkAddress.of(cluster)) {
      if (used.kind() != NetworkAddress.Kind.GATEWAY) {
        Supplier<String> whose = () -> used.whose() + " of " + cluster.name();
        uses.add(new Use(id, whose, used.address(), used.address(), used.place()));
      }
    }
    LoadBalancerPool pool = cluster.spec().spec().addons().loadBalancerPool();
    if (pool == null) {
      return;
    }
    for (int i = 0; i < pool.addresses().size(); i++) {
      Origin origin = cluster.origins().of(pool, LoadBalancerPool::addresses, i);
      String whose = "the pool of load balancer addresses of " + cluster.name();
      AddressPool range = pool.addresses().get(i);
      uses.add(new Use(id, () -> whose, range.first(), range.last(), () -> origin));
    }
  }

  /**
   * What meets an earlier use of another cluster. Of those before, the two that reach furthest are
   * enough, if they are of two clusters.
   */
  private static List<Clash> clashes(List<Use> sorted) {
    List<Clash> found = new ArrayList<>();
    Use furthest = null;
    Use furthestOther = null;
    for (Use use : sorted) {
      Use met = met(use, furthest, furthestOther);
      if (met != null) {
        found.add(use.isWrittenAfter(met) ? new Clash(use, met) : new Clash(met, use));
      }
      if (furthest == null || reaches(use, furthest)) {
        if (furthest != null && !furthest.cluster().equals(use.cluster())) {
          furthestOther = furthest;
        }
        furthest = use;
      } else if (!use.cluster().equals(furthest.cluster())
          && (furthestOther == null || reaches(use, furthestOther))) {
        furthestOther = use;
      }
    }
    return found;
  }

  private static @Nullable Use met(Use use, @Nullable Use furthest, @Nullable Use furthestOther) {
    if (furthest != null && furthest.meets(use)) {
      return furthest;
    }
    return furthestOther != null && furthestOther.meets(use) ? furthestOther : null;
  }

  private static boolean reaches(Use use, Use other) {
    return use.last().compareTo(other.last()) > 0;
  }

  private static Diagnostic finding(List<Clash> several) {
    Clash first =
        several.stream()
            .min(Comparator.comparing(clash -> clash.guilty().place().get().range()))
            .orElseThrow();
    String more = several.size() == 1 ? "" : ", and %s more".formatted(several.size() - 1);
    return first
        .guilty()
        .place()
        .get()
        .finding(
            SHARED_ADDRESS,
            "%s has %s, which %s has too%s"
                .formatted(
                    first.guilty().whose().get(),
                    first.guilty().addresses(),
                    first.other().whose().get(),
                    more))
        .withRelated(first.other().place().get().range(), "taken here")
        .withHelp("give it a free address, unless the two networks never meet");
  }
}
