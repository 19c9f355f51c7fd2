package dev.strake.sync.host;

import java.time.Duration;

/** A connection to one host, as somebody who may become root there without being asked. */
public interface HostSession extends AutoCloseable {

  /**
   * Runs a command as root, and waits for its end.
   *
   * @param input for its standard input
   * @param patience after which the host counts as gone
   * @throws HostUnreachable if the connection ends before the command does
   */
  Said run(RemoteCommand command, byte[] input, Duration patience);

  @Override
  void close();
}
