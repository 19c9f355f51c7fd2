package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.DnsLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A template that inherits from a pool that is not there, or in a circle. */
final class InheritedTemplate implements SpecCheck {

  static final Code INHERIT_UNKNOWN = Code.error("spec/inherit-unknown");
  static final Code INHERIT_CYCLE = Code.error("spec/inherit-cycle");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Map<DnsLabel, NodePool> pools = new LinkedHashMap<>();
    cluster.spec().spec().nodePools().forEach(pool -> pools.putIfAbsent(pool.name(), pool));
    Set<DnsLabel> judged = new HashSet<>();
    for (NodePool pool : cluster.spec().spec().nodePools()) {
      DnsLabel from = pool.template().inheritFrom();
      if (from != null && !pools.containsKey(from)) {
        sink.report(unknown(pool, from, pools, cluster.origins()));
      }
    }
    for (NodePool pool : pools.values()) {
      List<NodePool> circle = circle(pool, pools, judged);
      if (!circle.isEmpty()) {
        sink.report(cycle(circle, cluster.origins()));
      }
    }
  }

  private static Diagnostic unknown(
      NodePool pool, DnsLabel from, Map<DnsLabel, NodePool> pools, Origins origins) {
    String others =
        pools.keySet().stream()
            .filter(name -> !name.equals(pool.name()))
            .map(DnsLabel::toString)
            .collect(Collectors.joining(", "));
    return place(pool, origins)
        .finding(
            INHERIT_UNKNOWN,
            "pool %s inherits from %s, and there is no such pool".formatted(pool.name(), from))
        .withHelp(others.isEmpty() ? "leave out inheritFrom" : "pools are " + others);
  }

  /**
   * The pools of a circle that a pool is on, in their order; empty if it is on none, or on one that
   * was found before.
   *
   * @param judged pools whose ways have been walked
   */
  private static List<NodePool> circle(
      NodePool start, Map<DnsLabel, NodePool> pools, Set<DnsLabel> judged) {
    List<NodePool> way = new ArrayList<>();
    NodePool at = start;
    while (at != null && judged.add(at.name())) {
      way.add(at);
      DnsLabel from = at.template().inheritFrom();
      at = from == null ? null : pools.get(from);
    }
    // Where the way ends on itself, its rest is a circle; where it meets an older way, it is none.
    int begin = at == null ? -1 : way.indexOf(at);
    return begin < 0 ? List.of() : way.subList(begin, way.size());
  }

  private static Diagnostic cycle(List<NodePool> circle, Origins origins) {
    NodePool first = circle.get(0);
    String names =
        circle.stream().map(pool -> pool.name().toString()).collect(Collectors.joining(" from "));
    Diagnostic finding =
        place(first, origins)
            .finding(
                INHERIT_CYCLE,
                "pool %s inherits from itself: %s from %s"
                    .formatted(first.name(), names, first.name()))
            .withHelp("leave out inheritFrom in one of them, and write its template there");
    for (NodePool other : circle.subList(1, circle.size())) {
      finding = finding.withRelated(place(other, origins).range(), "goes on here");
    }
    return finding;
  }

  private static Origin place(NodePool pool, Origins origins) {
    return origins.of(pool.template(), NodeTemplate::inheritFrom);
  }
}
