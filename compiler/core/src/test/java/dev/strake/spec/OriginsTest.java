package dev.strake.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginsTest {

  private static final String TEXT =
      Specs.with("memory: 8Gi}\n", "memory: 8Gi}\n        labels: {tier: one}\n")
          + """
          #
              - name: workers
                role: Worker
                template:
                  labels: {tier: two, disk: nvme}
                nodes:
                  - {name: w-1, address: 10.20.0.31}
          """;

  private final Bound<Cluster> bound = Specs.bound(TEXT);
  private final Origins origins = bound.origins();
  private final NodePool first = bound.value().spec().nodePools().get(0);
  private final NodePool second = bound.value().spec().nodePools().get(1);

  private static String text(Origin origin) {
    return origin.range().text();
  }

  @Test
  void fieldsPointAtTheirValues() {
    assertEquals("workers", text(origins.of(second, NodePool::name)));
    assertEquals("/spec/nodePools/1/name", origins.of(second, NodePool::name).path().pointer());
    assertEquals("nodes", text(origins.of(second, NodePool::nodes)));
  }

  @Test
  void sectionsPointAtTheirKeyOrFirstLine() {
    assertEquals("template", text(origins.of(second.template())));
    assertEquals("name: workers", text(origins.of(second)));
    assertEquals("{name: w-1, address: 10.20.0.31}", text(origins.of(second.nodes().get(0))));
  }

  @Test
  void absentFieldsPointAtTheirSection() {
    assertEquals("template", text(origins.of(first.template(), NodeTemplate::taints)));
    ControlPlaneEndpoint endpoint = bound.value().spec().controlPlaneEndpoint();
    assertEquals("controlPlaneEndpoint", text(origins.of(endpoint, ControlPlaneEndpoint::port)));
  }

  @Test
  void listsAndMapsHavePlacesForEachElement() {
    NetworkRanges pods = bound.value().spec().clusterNetwork().pods();
    assertEquals("10.244.0.0/16", text(origins.of(pods, NetworkRanges::cidrBlocks, 0)));
    assertEquals(
        "8Gi",
        text(origins.ofEntry(first.template(), NodeTemplate::capacity, ResourceName.MEMORY)));
    assertEquals(
        "capacity",
        text(
            origins.ofEntry(
                first.template(), NodeTemplate::capacity, ResourceName.EPHEMERAL_STORAGE)));
  }

  @Test
  void equalSectionsKeepTheirOwnPlaces() {
    Bound<Cluster> twice = Specs.bound(TEXT.replace("name: workers", "name: control-plane"));
    List<NodePool> pools = twice.value().spec().nodePools();
    assertEquals(
        "/spec/nodePools/1/name",
        twice.origins().of(pools.get(1), NodePool::name).path().pointer());
  }

  @Test
  void whatIsDerivedPointsAtTheChildThenAtTheParent() {
    NodeTemplate child = second.template();
    NodeTemplate parent = first.template();
    NodeTemplate made = origins.derive(template(parent.capacity(), child.labels()), child, parent);
    assertEquals("labels", text(origins.of(made, NodeTemplate::labels)));
    assertEquals(
        "/spec/nodePools/1/template/labels",
        origins.of(made, NodeTemplate::labels).path().pointer());
    assertEquals("4", text(origins.ofEntry(made, NodeTemplate::capacity, ResourceName.CPU)));
    assertEquals(
        "/spec/nodePools/1/template/labels/disk",
        origins.ofEntry(made, NodeTemplate::labels, new LabelKey("disk")).path().pointer());
    assertEquals("/spec/nodePools/1/template", origins.of(made).path().pointer());
    assertEquals(
        "/spec/nodePools/1/template", origins.of(made, NodeTemplate::taints).path().pointer());
  }

  @Test
  void derivingTwiceChains() {
    NodeTemplate child = second.template();
    NodeTemplate once = origins.derive(template(Map.of(), Map.of()), child, first.template());
    NodeTemplate twice = origins.derive(template(Map.of(), Map.of()), once, first.template());
    assertEquals(
        "/spec/nodePools/0/template/capacity",
        origins.of(twice, NodeTemplate::capacity).path().pointer());
  }

  @Test
  void whatNobodyWrotePointsAtItsCause() {
    Taint made =
        origins.caused(
            new Taint(new LabelKey("a"), null, Taint.Effect.NoSchedule), first.template());
    assertEquals("template", text(origins.of(made)));
    assertEquals("template", text(origins.of(made, Taint::key)));
  }

  @Test
  void lambdasAndStrangersAreMistakesOfTheProgram() {
    assertThrows(
        IllegalArgumentException.class, () -> origins.of(first, pool -> pool.nodes().get(0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> origins.of(new Taint(new LabelKey("a"), null, Taint.Effect.NoSchedule)));
  }

  private static NodeTemplate template(
      Map<ResourceName, Quantity> capacity, Map<LabelKey, LabelValue> labels) {
    return new NodeTemplate(null, capacity, labels, Map.of(), null, null);
  }
}
