package dev.strake.sync.host;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Listens to a bootstrap.sh until it ends, over as many connections as it takes. */
final class RunFollower {

  /** Packages come over slow lines, and kubeadm waits; but nobody waits for ever. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final String STATE = "@run ";

  private final HostConnection connection;
  private final Clock clock;
  private final Consumer<String> lines;
  private final StringBuilder unfinished = new StringBuilder();
  private long offset;

  RunFollower(HostConnection connection, Clock clock, Consumer<String> lines) {
    this.connection = connection;
    this.clock = clock;
    this.lines = lines;
  }

  /**
   * @return how the run has ended
   * @throws HostFailure if it does not
   */
  HostRun toTheEnd() {
    Instant latest = clock.instant().plus(LONGEST);
    while (true) {
      Said said = connection.patiently(host -> host.follow(offset));
      if (!said.isFine()) {
        throw new HostFailure("nobody can say how its bootstrap.sh stands: " + said.complaint());
      }
      hear(said.output());
      HostRun run = state(said.errorText());
      if (!run.isUnderWay() && said.output().length == 0) {
        return run;
      }
      if (clock.instant().isAfter(latest)) {
        throw new HostFailure(
            "its bootstrap.sh is at work for an hour; the next sync goes on waiting");
      }
    }
  }

  private static HostRun state(String errors) {
    int at = errors.lastIndexOf(STATE);
    if (at < 0) {
      throw new HostFailure("nobody can say how its bootstrap.sh stands");
    }
    return HostRun.parse(errors.substring(at + STATE.length()).strip());
  }

  /** Bytes of a line may come in two answers. */
  private void hear(byte[] bytes) {
    offset += bytes.length;
    unfinished.append(new String(bytes, StandardCharsets.ISO_8859_1));
    int end;
    while ((end = unfinished.indexOf("\n")) >= 0) {
      lines.accept(utf8(unfinished.substring(0, end)));
      unfinished.delete(0, end + 1);
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
