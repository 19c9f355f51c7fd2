package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.LoadBalancer;
import dev.strake.value.InterfaceAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two hosts with the generated files, three API servers, and clients that never stop asking. Runs
 * as a program of its own, in namespaces that end with it.
 */
final class FailoverScenario {

  private static final List<String> ADDRESSES =
      List.of(
          "192.168.1.50/24",
          "192.168.1.100/24",
          "192.168.1.101/24",
          "192.168.1.102/24",
          "fd00:1::50/64",
          "fd00:1::100/64",
          "fd00:1::101/64",
          "fd00:1::102/64");

  /** How long a host that is well stays where it is, to see that it does. */
  private static final long STEADY_MILLIS = 5000;

  private final String virtualAddress;
  private final Map<String, String> addresses;
  private final ApiServers servers;
  private final FailoverHost first;
  private final FailoverHost second;
  private final BackgroundClients clients;

  private FailoverScenario(
      String virtualAddress,
      Map<String, String> addresses,
      ApiServers servers,
      FailoverHost first,
      FailoverHost second,
      BackgroundClients clients) {
    this.virtualAddress = virtualAddress;
    this.addresses = addresses;
    this.servers = servers;
    this.first = first;
    this.second = second;
    this.clients = clients;
  }

  /** The scenario's name, and a folder to work in. */
  public static void main(String[] arguments) {
    try {
      run(arguments[0], Path.of(arguments[1]));
      // Servers and clients have threads that never end.
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(String scenario, Path folder) throws Exception {
    FailoverNetwork.make(ADDRESSES);
    TestKeys keys =
        TestKeys.make(folder, "ip:192.168.1.200,ip:fd00:1::200,dns:" + HealthCheck.SERVER_NAME);
    BalancedCluster unicast =
        BalancedCluster.USUAL
            .with("interval: 2s", "interval: 1s, rise: 2, fall: 2")
            .withAuthority(Files.readString(keys.certificate()));
    BalancedCluster multicast =
        unicast.with("authPassRef: {name: vrrp, key: auth_pass}", "unicast: false");
    switch (scenario) {
      case "unicast" -> start(unicast, folder, keys).runAll();
      case "multicast" -> start(multicast, folder, keys).runUsual();
      case "ipv6" -> start(unicast.ipv6(), folder, keys).runUsual();
      default -> throw new IllegalArgumentException(scenario);
    }
  }

  private static FailoverScenario start(BalancedCluster cluster, Path folder, TestKeys keys)
      throws Exception {
    InterfaceAddress virtual = cluster.balancer().written().keepalived().virtualIP();
    Map<String, String> addresses =
        cluster
            .resolved()
            .controlPlaneNodes()
            .collect(Collectors.toMap(ResolvedNode::name, n -> n.node().address().toString()));
    Map<String, Artifact> artifacts = cluster.artifacts();
    List<FailoverHost> hosts =
        cluster.balancer().hosts().stream()
            .map(
                host ->
                    new FailoverHost(
                        host.name().toString(),
                        folder.resolve(host.name().toString()),
                        host.address() + "/" + virtual.prefix()))
            .toList();
    for (FailoverHost host : hosts) {
      host.install(artifacts, "for-test");
    }
    return new FailoverScenario(
        virtual.address().toString(),
        addresses,
        ApiServers.start(keys, addresses, cluster.resolved().endpoint().bindPort()),
        hosts.get(0),
        hosts.get(1),
        new BackgroundClients(
            new Clients(
                virtual.address().toString(),
                cluster.balancer().port(),
                keys,
                longestFailover(cluster))));
  }

  /**
   * What passes until HAProxy knows that its servers are down, keepalived that HAProxy does, and
   * the other host that it is first: three announcements and a part of one.
   */
  private static Duration longestFailover(BalancedCluster cluster) {
    LoadBalancer.HealthCheck check = cluster.balancer().written().healthCheck();
    Duration toFindOut = check.interval().toDuration().multipliedBy(check.fall() + 1);
    return toFindOut.multipliedBy(2).plusSeconds(4);
  }

  private void runAll() throws Exception {
    runUsual();
    step("the first host loses its way to the API servers", this::loseTheWay);
    step("the first host dies", this::die);
    step("keepalived ends without a word", this::leaveTheAddressBehind);
    step("all API servers are down", this::failAltogether);
  }

  private void runUsual() throws Exception {
    step("the hosts start", this::boot);
    step("HAProxy ends", this::endHaproxy);
  }

  private interface Step {
    void run() throws Exception;
  }

  /** A step in which clients may ask a second time, and not a third. */
  private void step(String name, Step step) throws Exception {
    System.out.println(name);
    try {
      step.run();
      clients.expectNoFailure();
      System.out.println("  " + clients);
    } catch (Exception | AssertionError e) {
      // The end is what is kept of a long log.
      System.out.println(first.logs() + second.logs());
      System.out.println("failed: " + name + ", with " + clients);
      throw e;
    }
  }

  private void boot() throws Exception {
    second.boot();
    first.boot();
    awaitAt(first);
    Thread.sleep(STEADY_MILLIS);
    expectAt(first);
    clients.start();
    clients.expectAnswers(20);
  }

  private void endHaproxy() throws Exception {
    first.kill("haproxy");
    awaitAt(second);
    clients.expectAnswers(20);
    first.startHaproxy();
    awaitAt(first);
    clients.expectAnswers(20);
  }

  private void loseTheWay() throws Exception {
    for (String server : addresses.values()) {
      first.route("add", server);
    }
    awaitAt(second);
    clients.expectAnswers(20);
    for (String server : addresses.values()) {
      first.route("delete", server);
    }
    awaitAt(first);
    clients.expectAnswers(20);
  }

  private void die() throws Exception {
    first.die();
    awaitAt(second);
    clients.expectAnswers(20);
    first.boot();
    awaitAt(first);
    clients.expectAnswers(20);
  }

  /** Until systemd has restarted it, the address is where it was, and nobody is in charge of it. */
  private void leaveTheAddressBehind() throws Exception {
    first.kill("keepalived");
    awaitBoth();
    clients.expectAnswers(20);
    first.startKeepalived();
    awaitAt(first);
    clients.expectAnswers(20);
  }

  /** Hosts that are all equally bad leave the address where it is, and it is there when it ends. */
  private void failAltogether() throws Exception {
    clients.pause();
    addresses.keySet().forEach(servers::makeUnready);
    Thread.sleep(longest());
    awaitAt(first);
    Thread.sleep(STEADY_MILLIS);
    expectAt(first);
    addresses.keySet().forEach(servers::makeReady);
    Thread.sleep(longest());
    awaitAt(first);
    clients.start();
    clients.expectAnswers(20);
  }

  private long longest() {
    return clients.pauseBetweenAttempts().toMillis();
  }

  private void awaitAt(FailoverHost host) throws Exception {
    long millis = Await.that("the address is at " + host + " alone", () -> isAt(host));
    System.out.printf("  the address is at %s after %d ms%n", host, millis);
  }

  private void awaitBoth() throws Exception {
    Await.that(
        "the other host takes the address too",
        () -> first.carries(virtualAddress) && second.carries(virtualAddress));
  }

  private void expectAt(FailoverHost host) {
    if (!isAt(host)) {
      throw new AssertionError("the address is not at " + host + " alone");
    }
  }

  private boolean isAt(FailoverHost host) {
    return Stream.of(first, second).allMatch(h -> h.carries(virtualAddress) == (h == host));
  }
}
