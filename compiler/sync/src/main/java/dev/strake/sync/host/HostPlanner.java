package dev.strake.sync.host;

import dev.strake.bundle.Host;
import dev.strake.bundle.HostFile;
import dev.strake.sync.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Asks hosts what they have, many at the same time, and says what each of them needs. */
public final class HostPlanner {

  private final HostTransport transport;
  private final Workers workers;

  public HostPlanner(HostTransport transport, Workers workers) {
    this.transport = transport;
    this.workers = workers;
  }

  /** In the order of the hosts, which is that in which they are brought up. Changes nothing. */
  public List<PlannedHost> plan(List<Host> hosts) {
    return FirstControlPlane.guard(workers.map(hosts, this::plan));
  }

  private PlannedHost plan(Host host) {
    try (HostSession session = transport.open(host)) {
      return of(host, new RemoteHost(host, session).look());
    } catch (HostUnreachable e) {
      return planned(host, HostAction.UNREACHABLE, "", List.of(), e.reason());
    }
  }

  /**
   * For hosts to which there is no way: each has to be seen to by hand.
   *
   * @param cluster whose hosts they are
   */
  public static List<PlannedHost> withoutTransport(String cluster, List<Host> hosts) {
    return hosts.stream()
        .map(
            host ->
                planned(host, HostAction.PENDING, "", List.of(), HostCommands.apply(cluster, host)))
        .toList();
  }

  static PlannedHost of(Host host, HostState state) {
    String recorded = state.applied().orElse("");
    if (state.run().isUnderWay()) {
      return planned(host, HostAction.FOLLOW, recorded, List.of(), "its bootstrap.sh is at work");
    }
    Optional<String> outdated = outdated(host, state);
    if (outdated.isPresent()) {
      return planned(host, HostAction.UPGRADE, recorded, List.of(), outdated.get());
    }
    if (recorded.equals(host.digest())) {
      return planned(host, HostAction.CURRENT, recorded, List.of(), "");
    }
    return planned(
        host,
        recorded.isEmpty() ? HostAction.BOOTSTRAP : HostAction.UPDATE,
        recorded,
        differences(host, state),
        state.run().hasFailed() ? failure(state.run()) : "");
  }

  private static Optional<String> outdated(Host host, HostState state) {
    if (state.applied().isEmpty() || state.kubelet().isEmpty()) {
      return Optional.empty();
    }
    String there = state.kubelet().get();
    return host.kubernetesVersion()
        .filter(wanted -> !wanted.equals(there))
        .map(
            wanted ->
                "its kubelet is %s and the spec says %s: kubeadm upgrade changes that, one node at a time"
                    .formatted(there, wanted));
  }

  private static String failure(HostRun run) {
    return run.kind() == HostRun.Kind.LOST
        ? "its last run was cut off; it goes on where that was"
        : "its last run ended with status " + run.status();
  }

  static List<String> differences(Host host, HostState state) {
    TreeMap<String, String> there = new TreeMap<>(state.files());
    List<String> differences = new ArrayList<>();
    for (HostFile file : host.files()) {
      String sum = there.remove(file.path());
      if (sum == null) {
        differences.add("+ " + file.path());
      } else if (!sum.equals(file.sha256())) {
        differences.add("~ " + file.path());
      }
    }
    there.keySet().forEach(path -> differences.add("- " + path));
    return differences;
  }

  private static PlannedHost planned(
      Host host, HostAction action, String recorded, List<String> files, String note) {
    return new PlannedHost(
        host.name(), host.role(), host.address(), action, host.digest(), recorded, files, note);
  }
}
