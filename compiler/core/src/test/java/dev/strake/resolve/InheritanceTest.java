package dev.strake.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.spec.NodeKubelet;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origins;
import dev.strake.spec.Specs;
import dev.strake.spec.Taint;
import dev.strake.value.LabelKey;
import dev.strake.value.ResourceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class InheritanceTest {

  private static final String POOLS =
      """
        kubelet:
          maxPods: 200 # the cluster's
        nodePools:
          - name: storage
            role: Worker
            template:
              inheritFrom: general
              labels: {workload: storage}
              taints: [{key: dedicated, value: storage, effect: NoSchedule}]
              kubelet:
                systemReserved: {memory: 3Gi}
            nodes:
              - name: s-1
                address: 10.20.0.41
                labels: {disk: nvme, workload: own}
                taints: [{key: dedicated, value: own, effect: NoSchedule}]
          - name: general
            role: Worker
            template:
              inheritFrom: base
              capacity: {cpu: 16, memory: 64Gi}
              labels: {workload: general, tier: general}
              kubelet:
                systemReserved: {cpu: 500m, memory: 1Gi}
            nodes: [{name: w-1, address: 10.20.0.31}]
          - name: base
            role: Worker
            template:
              capacity: {ephemeral-storage: 100Gi, cpu: 1}
              taints: []
              kubelet: {maxPods: 50}
            nodes: [{name: b-1, address: 10.20.0.51}]
          - name: plain
            role: Worker
            nodes: [{name: p-1, address: 10.20.0.61}]
      """;

  private static final ResolvedCluster CLUSTER =
      Resolver.resolve(
          Specs.bound(Specs.SMALL.substring(0, Specs.SMALL.indexOf("  nodePools:")) + POOLS));

  private static ResolvedNode node(String name) {
    return CLUSTER.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void mapsAreInheritedKeyByKeyAndListsAsAWhole() {
    NodeTemplate storage = node("s-1").pool().template();

    assertEquals("{ephemeral-storage=100Gi, cpu=16, memory=64Gi}", storage.capacity().toString());
    assertEquals("{workload=storage, tier=general}", storage.labels().toString());
    assertEquals("{memory=3Gi, cpu=500m}", sorted(node("s-1")));
    assertEquals(List.of(), node("w-1").taints());
    assertEquals(50, node("s-1").kubelet().maxPods());
    assertEquals(200, node("p-1").kubelet().maxPods());
  }

  private static String sorted(ResolvedNode node) {
    return "{memory=%s, cpu=%s}"
        .formatted(
            node.systemReserved().get(ResourceName.MEMORY),
            node.systemReserved().get(ResourceName.CPU));
  }

  @Test
  void aNodeHasTheLastWord() {
    assertEquals("{disk=nvme, tier=general, workload=own}", node("s-1").labels().toString());
    assertEquals(1, node("s-1").taints().size());
    assertEquals("own", String.valueOf(node("s-1").taints().get(0).value()));
  }

  @Test
  void eachPartPointsAtThePoolThatWroteIt() {
    Origins origins = CLUSTER.origins();
    NodeTemplate storage = node("s-1").pool().template();

    assertEquals(
        "storage",
        origins.ofEntry(storage, NodeTemplate::labels, new LabelKey("workload")).range().text());
    assertEquals(
        "general",
        origins.ofEntry(storage, NodeTemplate::labels, new LabelKey("tier")).range().text());
    assertEquals(
        "100Gi",
        origins
            .ofEntry(storage, NodeTemplate::capacity, ResourceName.EPHEMERAL_STORAGE)
            .range()
            .text());
    NodeKubelet kubelet = storage.kubelet();
    assertEquals("50", origins.of(kubelet, NodeKubelet::maxPods).range().text());
    assertEquals("50", origins.of(node("s-1").kubelet(), ResolvedKubelet::maxPods).range().text());
    assertEquals("200", origins.of(node("p-1").kubelet(), ResolvedKubelet::maxPods).range().text());
    Taint own = node("s-1").taints().get(0);
    assertEquals("own", origins.of(own, Taint::value).range().text());
  }

  @Test
  void aCircleLeavesEachPoolItsOwn() {
    String text =
        Specs.SMALL.replace(
            "        capacity:", "        inheritFrom: control-plane\n        capacity:");
    assertEquals(
        "{cpu=4, memory=8Gi}",
        Resolver.resolve(Specs.bound(text)).nodes().get(0).pool().template().capacity().toString());
  }
}
