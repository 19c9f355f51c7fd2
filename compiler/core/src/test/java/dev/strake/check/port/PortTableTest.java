package dev.strake.check.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.generate.HaProduction;
import dev.strake.generate.loadbalancer.HaproxyGenerator;
import dev.strake.resolve.Resolver;
import dev.strake.spec.Specs;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PortTableTest {

  @Test
  void everyLineHasAPortOnceAndASource() {
    Set<String> seen = new HashSet<>();
    for (PortTable.Entry entry : PortTable.ENTRIES) {
      HostPort port = entry.port();
      assertTrue(port.port() > 0 && port.port() < 65536, port.program());
      assertTrue(entry.source().startsWith("https://"), port.program());
      assertTrue(seen.add(port.port() + "/" + port.protocol() + entry.presence()), port.program());
    }
  }

  @Test
  void everyPresenceHasAPort() {
    Set<Presence> used = EnumSet.noneOf(Presence.class);
    PortTable.ENTRIES.forEach(entry -> used.add(entry.presence()));
    assertEquals(EnumSet.allOf(Presence.class), used);
  }

  @Test
  void haproxyIsConfiguredAsTheTableSays() {
    List<HostPort> statistics =
        PortTable.ENTRIES.stream()
            .filter(entry -> entry.presence() == Presence.HAPROXY)
            .map(PortTable.Entry::port)
            .toList();
    assertEquals(1, statistics.size());
    String file = new HaproxyGenerator().generate(new HaProduction().resolved()).get(0).text();
    assertTrue(file.contains("bind 127.0.0.1:" + statistics.get(0).port() + "\n"), file);
  }

  @Test
  void aSmallClusterTakesThesePorts() {
    assertEquals(
        "22 2379 2380 2381 6443 8472 10248 10249 10250 10256 10257 10259", ports(Specs.SMALL));
  }

  @Test
  void pluginsAddTheirs() {
    String calico =
        Specs.with("type: Flannel", "type: Calico\n      encapsulation: VXLANCrossSubnet");
    assertEquals(
        "22 179 2379 2380 2381 4789 5473 6443 9099 10248 10249 10250 10256 10257 10259",
        ports(calico));
    String cilium =
        Specs.with("type: Flannel", "{type: Cilium, kubeProxyReplacement: true}")
            .replace("  nodePools:", "  kubeProxy: {mode: None}\n  nodePools:");
    assertEquals(
        "22 2379 2380 2381 4240 4244 6443 8472 9878 9879 9890 9891 10248 10250 10257 10259",
        ports(cilium));
  }

  private static String ports(String spec) {
    return HostPorts.onNodes(Resolver.resolve(Specs.bound(spec)))
        .map(HostPort::port)
        .sorted()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
