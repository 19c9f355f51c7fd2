package dev.strake.sync.host;

import dev.strake.bundle.Host;
import dev.strake.sync.live.Sleeper;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A way to a host that is opened again when it is lost: a host may be slow, or a network short. */
final class HostConnection implements AutoCloseable {

  private static final int ATTEMPTS = 6;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Host host;
  private final HostTransport transport;
  private final Sleeper sleeper;
  private @Nullable HostSession session;

  HostConnection(Host host, HostTransport transport, Sleeper sleeper) {
    this.host = host;
    this.transport = transport;
    this.sleeper = sleeper;
  }

  /**
   * One answer of the host.
   *
   * @throws HostUnreachable if it does not come
   */
  <T> T once(Function<RemoteHost, T> question) {
    try {
      if (session == null) {
        session = transport.open(host);
      }
      return question.apply(new RemoteHost(host, session));
    } catch (HostUnreachable e) {
      close();
      throw e;
    }
  }

  /**
   * The same for a question that may be put again.
   *
   * @throws HostUnreachable if no answer comes to all of them
   */
  <T> T patiently(Function<RemoteHost, T> question) {
    Duration pause = PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return once(question);
      } catch (HostUnreachable e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        sleeper.sleep(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
