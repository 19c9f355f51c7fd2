package dev.strake.sync.host;

import dev.strake.bundle.Host;
import dev.strake.sync.host.HostOutcome.Result;
import dev.strake.sync.live.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings hosts to what they shall be, one after the other, each once the one before it works. Stops
 * at the first that fails. A run that was killed leaves each host as it was, or at work on what it
 * shall be; the next run finds that out and goes on.
 */
public final class HostRollout {

  private final HostTransport transport;
  private final Duration patience;
  private final Clock clock;
  private final Sleeper sleeper;

  /**
   * @param patience for a host to work once it was changed
   */
  public HostRollout(HostTransport transport, Duration patience, Clock clock, Sleeper sleeper) {
    this.transport = transport;
    this.patience = patience;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * @param hosts of the whole cluster
   * @param plan of those that are to be seen to, in the order of the hosts
   */
  public HostReport run(List<Host> hosts, List<PlannedHost> plan, HostListener listener) {
    Set<Host> members = new LinkedHashSet<>();
    for (PlannedHost planned : plan) {
      if (!planned.recorded().isEmpty()) {
        members.add(find(hosts, planned));
      }
    }
    HostGates gates = new HostGates(transport, hosts, members, patience, clock, sleeper);
    List<HostOutcome> outcomes = new ArrayList<>();
    boolean stopped = false;
    for (PlannedHost planned : plan) {
      Host host = find(hosts, planned);
      HostOutcome outcome =
          stopped && planned.action().isWork()
              ? new HostOutcome(planned, Result.LEFT, "")
              : outcome(host, planned, gates, listener);
      stopped |= outcome.result() == Result.FAILED || outcome.result() == Result.UNREACHABLE;
      if (outcome.isFine()) {
        members.add(host);
      }
      listener.ended(outcome);
      outcomes.add(outcome);
    }
    return new HostReport(outcomes);
  }

  private static Host find(List<Host> hosts, PlannedHost planned) {
    return hosts.stream()
        .filter(host -> (host.role().record() + " " + host.name()).equals(planned.title()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such host: " + planned.title()));
  }

  private HostOutcome outcome(
      Host host, PlannedHost planned, HostGates gates, HostListener listener) {
    return switch (planned.action()) {
      case CURRENT -> new HostOutcome(planned, Result.CURRENT, "");
      case UNREACHABLE -> new HostOutcome(planned, Result.UNREACHABLE, planned.note());
      case BLOCKED -> new HostOutcome(planned, Result.FAILED, planned.note());
      case UPGRADE, PENDING -> new HostOutcome(planned, Result.PENDING, planned.note());
      case BOOTSTRAP, UPDATE, FOLLOW -> apply(host, planned, gates, listener);
    };
  }

  private HostOutcome apply(
      Host host, PlannedHost planned, HostGates gates, HostListener listener) {
    try (HostConnection connection = new HostConnection(host, transport, sleeper)) {
      new HostStep(host, planned, connection, gates, clock, listener).run();
      return new HostOutcome(planned, Result.DONE, "");
    } catch (HostFailure e) {
      return new HostOutcome(planned, Result.FAILED, e.reason());
    } catch (HostUnreachable e) {
      return new HostOutcome(planned, Result.UNREACHABLE, e.reason());
    }
  }
}
