package dev.strake.sync.host;

import dev.strake.bundle.Host;
import dev.strake.bundle.HostRole;
import dev.strake.sync.live.Sleeper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What must work before the next host is touched. All of it is asked on hosts themselves, with the
 * programs and the credentials that kubeadm has put there, because a new cluster has no other way
 * in.
 *
 * <p>The API server of a control plane is asked with controller-manager.conf, which kubeadm makes
 * to talk to the server beside it, and not to the endpoint of all.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/#generate-kubeconfig-files-for-control-plane-components">kubeadm:
 *     kubeconfig files of components</a>
 */
final class HostGates {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration PEERS = Duration.ofSeconds(30);

  private static final RemoteCommand SERVER_IS_READY =
      RemoteCommand.of(
          "kubectl",
          "--kubeconfig=/etc/kubernetes/controller-manager.conf",
          "--request-timeout=10s",
          "get",
          "--raw=/readyz");

  private static final RemoteCommand BALANCER_IS_READY =
      RemoteCommand.of("bash", "/var/lib/strake/loadbalancer/check-apiserver.sh");

  private final HostTransport transport;
  private final List<Host> hosts;
  private final Set<Host> members;
  private final Duration patience;
  private final Clock clock;
  private final Sleeper sleeper;

  /**
   * @param hosts of the whole cluster
   * @param members those that have been brought up at least once; more of them as time goes on
   * @param patience for a host to work once it was changed
   */
  HostGates(
      HostTransport transport,
      List<Host> hosts,
      Set<Host> members,
      Duration patience,
      Clock clock,
      Sleeper sleeper) {
    this.transport = transport;
    this.hosts = hosts;
    this.members = members;
    this.patience = patience;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * While a host is changed, the others do its work.
   *
   * @throws HostFailure if one of them does not work
   */
  void before(Host host) {
    if (host.role() == HostRole.WORKER) {
      return;
    }
    for (Host peer : peers(host)) {
      String trouble = await(PEERS, () -> server(peer));
      if (!trouble.isEmpty()) {
        throw new HostFailure(
            "not touched, because %s does not work, and would be missed: %s; bring it up alone, with --host %s"
                .formatted(peer.name(), trouble, peer.name()));
      }
    }
  }

  private List<Host> peers(Host host) {
    return hosts.stream()
        .filter(peer -> peer.role() == host.role() && !peer.name().equals(host.name()))
        .filter(members::contains)
        .toList();
  }

  /**
   * @throws HostFailure if the host does not work in time
   */
  void after(Host host) {
    for (Supplier<String> question : questions(host)) {
      String trouble = await(patience, question);
      if (!trouble.isEmpty()) {
        throw new HostFailure(trouble);
      }
    }
  }

  private List<Supplier<String>> questions(Host host) {
    List<Supplier<String>> questions = new ArrayList<>();
    if (host.role() != HostRole.WORKER) {
      questions.add(() -> server(host));
    }
    if (host.role().isNode()) {
      questions.add(() -> node(host));
    }
    return questions;
  }

  /** Whether the API server that is on the host, or behind it, answers. */
  private String server(Host host) {
    if (host.role() == HostRole.CONTROL_PLANE) {
      Said said = ask(host, SERVER_IS_READY);
      return said.isFine() ? "" : "its API server is not ready: " + said.complaint();
    }
    if (controlPlane().isEmpty()) {
      return "";
    }
    Said said = ask(host, BALANCER_IS_READY);
    return said.isFine() ? "" : said.complaint();
  }

  private String node(Host host) {
    Optional<Host> controlPlane =
        host.role() == HostRole.CONTROL_PLANE ? Optional.of(host) : controlPlane();
    if (controlPlane.isEmpty()) {
      return "no control plane is there that could be asked for its node";
    }
    Said said =
        ask(
            controlPlane.get(),
            RemoteCommand.of(
                "kubectl",
                "--kubeconfig=/etc/kubernetes/admin.conf",
                "--request-timeout=10s",
                "get",
                "node",
                host.name(),
                "--output=json"));
    return said.isFine() ? NodeReadiness.trouble(said.text()) : said.complaint();
  }

  private Optional<Host> controlPlane() {
    return hosts.stream()
        .filter(host -> host.role() == HostRole.CONTROL_PLANE && members.contains(host))
        .findFirst();
  }

  private Said ask(Host host, RemoteCommand question) {
    try (HostConnection connection = new HostConnection(host, transport, sleeper)) {
      return connection.once(remote -> remote.ask(question));
    } catch (HostUnreachable e) {
      return new Said(1, new byte[0], e.reason().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The last answer, which is empty if all is well. */
  private String await(Duration limit, Supplier<String> question) {
    Instant latest = clock.instant().plus(limit);
    while (true) {
      String trouble = question.get();
      if (trouble.isEmpty() || clock.instant().isAfter(latest)) {
        return trouble;
      }
      sleeper.sleep(PAUSE);
    }
  }
}
