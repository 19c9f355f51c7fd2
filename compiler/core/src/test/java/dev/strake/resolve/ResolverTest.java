package dev.strake.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.Specs;
import dev.strake.spec.Taint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolverTest {

  private static ResolvedCluster resolve(String text) {
    return Resolver.resolve(Specs.bound(text));
  }

  @Test
  void serviceAddressesAreTheFirstAndTheTenth() {
    ResolvedNetworks networks = resolve(Specs.SMALL).networks();
    assertEquals("[10.96.0.1]", networks.apiServiceAddresses().toString());
    assertEquals("[10.96.0.10]", networks.dnsServiceAddresses().toString());
    assertEquals("cluster.local", networks.serviceDomain());
  }

  @Test
  void theEndpointHasItsPorts() {
    ResolvedEndpoint endpoint = resolve(Specs.SMALL).endpoint();
    assertEquals("api.example.net:6443", endpoint.authority());
    assertEquals(6443, endpoint.bindPort());
    assertEquals(
        "[fd00::1]:443",
        resolve(Specs.with("host: api.example.net", "host: FD00::1\n    port: 443"))
            .endpoint()
            .authority());
  }

  @Test
  void controlPlanesGetTheUsualTaintUnlessOthersAreWritten() {
    Bound<Cluster> bound = Specs.bound(Specs.SMALL);
    Taint taint = Resolver.resolve(bound).nodes().get(0).taints().get(0);
    assertEquals("node-role.kubernetes.io/control-plane", taint.key().toString());
    assertEquals(Taint.Effect.NoSchedule, taint.effect());
    assertEquals("template", bound.origins().of(taint).range().text());
    String untainted = Specs.with("memory: 8Gi}\n", "memory: 8Gi}\n        taints: []\n");
    assertEquals(List.of(), resolve(untainted).nodes().get(0).taints());
    String worker = Specs.with("role: ControlPlane", "role: Worker");
    assertEquals(List.of(), resolve(worker).nodes().get(0).taints());
  }

  @Test
  void failureDomainsBecomeZones() {
    String text =
        Specs.with("address: 10.20.0.21", "address: 10.20.0.21\n          failureDomain: rack-1");
    assertEquals(
        "{topology.kubernetes.io/zone=rack-1}", resolve(text).nodes().get(0).labels().toString());
  }

  @Test
  void certificatesHoldEveryNameOnce() {
    String text =
        Specs.with(
                "type: External",
                """
                type: HAProxyKeepalived
                    keepalived: {virtualIP: 10.20.0.10/24, interface: eth0, virtualRouterID: 61}
                    hosts: [{name: lb-1, address: 10.20.0.11, priority: 101}]\
                """)
            .replace(
                "controlPlane:\n",
                "controlPlane:\n    apiServer: {certSANs: [api.example.net, 10.20.0.99]}\n");
    assertEquals(
        List.of("api.example.net", "10.20.0.10", "cp-1", "10.20.0.21", "10.20.0.99"),
        resolve(text).certificateSANs());
  }

  private static String colocated(String apiServer) {
    return Specs.with(
            "type: External",
            """
            type: HAProxyKeepalived
                placement: ControlPlane
                keepalived: {virtualIP: 10.20.0.10/24, interface: eth0, virtualRouterID: 61}\
            """)
        .replace("controlPlane:\n", "controlPlane:\n    apiServer: " + apiServer + "\n");
  }

  @Test
  void aBalancerBesideTheApiServerTakesItsPort() {
    assertEquals(6444, resolve(colocated("{}")).endpoint().bindPort());
    assertEquals(7443, resolve(colocated("{bindPort: 7443}")).endpoint().bindPort());
    ResolvedLoadBalancer balancer = resolve(colocated("{}")).loadBalancer().orElseThrow();
    assertEquals(6443, balancer.port());
    assertEquals(
        "cp-1 101", balancer.hosts().get(0).name() + " " + balancer.hosts().get(0).priority());
  }

  @Test
  void resolvConfFollowsTheDistribution() {
    String text = Specs.SMALL + "  os: {family: debian}\n";
    assertEquals("/etc/resolv.conf", resolve(text).machines().resolvConf().toString());
    assertEquals(
        "/run/systemd/resolve/resolv.conf",
        resolve(Specs.SMALL).machines().resolvConf().toString());
    assertEquals("[bash, cloud-init]", resolve(text).machines().formats().toString());
  }
}
