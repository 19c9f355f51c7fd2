package dev.strake.sync.host.ssh;

import dev.strake.sync.host.HostSession;
import dev.strake.sync.host.HostUnreachable;
import dev.strake.sync.host.RemoteCommand;
import dev.strake.sync.host.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/** Commands over one connection, each in a channel of its own. */
final class SshHostSession implements HostSession {

  private static final Duration OPENING = Duration.ofSeconds(20);

  private final ClientSession session;
  private final boolean root;

  SshHostSession(ClientSession session, boolean root) {
    this.session = session;
    this.root = root;
  }

  @Override
  public Said run(RemoteCommand command, byte[] input, Duration patience) {
    BoundedBytes output = new BoundedBytes();
    BoundedBytes errors = new BoundedBytes();
    try (ChannelExec channel = session.createExecChannel(command.line(root))) {
      channel.setIn(new ByteArrayInputStream(input));
      channel.setOut(output);
      channel.setErr(errors);
      channel.open().verify(OPENING);
      Set<ClientChannelEvent> events =
          channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), patience);
      Integer status = channel.getExitStatus();
      if (events.contains(ClientChannelEvent.TIMEOUT)) {
        throw new HostUnreachable("it does not answer for %s s".formatted(patience.toSeconds()));
      }
      if (status == null) {
        throw new HostUnreachable("the connection was lost");
      }
      return new Said(status, output.toByteArray(), errors.toByteArray());
    } catch (IOException e) {
      throw new HostUnreachable("the connection was lost: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    session.close(false);
  }
}
