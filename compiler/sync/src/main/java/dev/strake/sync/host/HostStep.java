package dev.strake.sync.host;

import dev.strake.bundle.Host;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** The work on one host: wait, look, copy, run, look again, and see whether it works. */
final class HostStep {

  private static final int REMEMBERED = 8;

  private final Host host;
  private final PlannedHost planned;
  private final HostConnection connection;
  private final HostGates gates;
  private final Clock clock;
  private final HostListener listener;
  private final Deque<String> last = new ArrayDeque<>();

  HostStep(
      Host host,
      PlannedHost planned,
      HostConnection connection,
      HostGates gates,
      Clock clock,
      HostListener listener) {
    this.host = host;
    this.planned = planned;
    this.connection = connection;
    this.gates = gates;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * @throws HostFailure if the host is not what it shall be afterwards
   * @throws HostUnreachable if nobody can say what it is
   */
  void run() {
    HostState state = idle(connection.patiently(RemoteHost::look));
    if (!isApplied(state)) {
      gates.before(host);
      copy(state);
      bootstrap();
      HostState after = connection.patiently(RemoteHost::look);
      if (!isApplied(after)) {
        throw new HostFailure(
            "its bootstrap.sh ended well, and recorded %s instead of %s"
                .formatted(after.applied().orElse("nothing"), host.digest()));
      }
    }
    listener.began(planned, "waiting until it works");
    gates.after(host);
  }

  private boolean isApplied(HostState state) {
    return state.applied().filter(host.digest()::equals).isPresent();
  }

  /** A run of an earlier sync is heard to its end, whatever it has been about. */
  private HostState idle(HostState state) {
    return switch (state.run().kind()) {
      case BUSY ->
          throw new HostFailure("somebody runs bootstrap.sh there; sync again once it has ended");
      case RUNNING -> {
        listener.began(planned, "waiting for the run that is under way");
        follower().toTheEnd();
        yield connection.patiently(RemoteHost::look);
      }
      case NONE, ENDED, LOST -> state;
    };
  }

  private void copy(HostState state) {
    int files = HostPlanner.differences(host, state).size();
    if (files == 0) {
      return;
    }
    listener.began(planned, "copying " + (files == 1 ? "1 file" : files + " files"));
    Said said = connection.once(remote -> remote.copy(state));
    if (!said.isFine()) {
      throw new HostFailure("its files do not arrive: " + said.complaint());
    }
  }

  private void bootstrap() {
    listener.began(planned, "running bootstrap.sh");
    Said said = connection.once(RemoteHost::start);
    if (!said.isFine()) {
      throw new HostFailure("its bootstrap.sh does not start: " + said.complaint());
    }
    HostRun run = follower().toTheEnd();
    if (run.kind() == HostRun.Kind.LOST) {
      throw new HostFailure("its bootstrap.sh was cut off" + context());
    }
    if (run.status() != 0) {
      throw new HostFailure("its bootstrap.sh ended with status " + run.status() + context());
    }
  }

  private RunFollower follower() {
    return new RunFollower(connection, clock, this::hear);
  }

  private void hear(String line) {
    listener.said(planned, line);
    last.addLast(line);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
  }

  private String context() {
    return last.isEmpty() ? "" : ":\n" + String.join("\n", last);
  }
}
