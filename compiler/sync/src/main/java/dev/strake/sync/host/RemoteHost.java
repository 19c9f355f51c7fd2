package dev.strake.sync.host;

import dev.strake.bundle.FileMode;
import dev.strake.bundle.Host;
import dev.strake.bundle.HostFile;
import dev.strake.bundle.Tarball;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One host at the other end of a session, and what can be asked of it. */
final class RemoteHost {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration COPYING = Duration.ofMinutes(5);
  private static final int TURN_SECONDS = 5;
  private static final byte[] NOTHING = {};

  private final Host host;
  private final HostSession session;

  RemoteHost(Host host, HostSession session) {
    this.host = host;
    this.session = session;
  }

  private String role() {
    return host.role().record();
  }

  /**
   * @throws HostUnreachable if it cannot say
   */
  HostState look() {
    HostProgram look = HostProgram.LOOK;
    Said said = session.run(look.command(role()), look.text(), SOON);
    if (!said.isFine()) {
      throw new HostUnreachable(said.complaint());
    }
    return HostState.parse(said.text());
  }

  /**
   * Brings the files that the host does not have, and puts the folder in place if, and only if, all
   * of them have come.
   */
  Said copy(HostState state) {
    byte[] archive = archive(state);
    HostProgram receive = HostProgram.RECEIVE;
    Said received =
        session.run(
            receive.command(role(), Integer.toString(archive.length)),
            join(receive.text(), archive),
            COPYING);
    if (!received.isFine()) {
      return received;
    }
    HostProgram install = HostProgram.INSTALL;
    return session.run(install.command(role()), install.text(), COPYING);
  }

  private byte[] archive(HostState state) {
    Tarball tarball = new Tarball();
    tarball.add("sums", FileMode.REGULAR, host.sums().getBytes(StandardCharsets.UTF_8));
    for (HostFile file : host.files()) {
      if (!file.sha256().equals(state.files().get(file.path()))) {
        tarball.add("files/" + file.path(), file.mode(), file.bytes());
      }
    }
    return tarball.compressed();
  }

  private static byte[] join(byte[] program, byte[] data) {
    ByteArrayOutputStream both = new ByteArrayOutputStream(program.length + data.length);
    both.writeBytes(program);
    both.writeBytes(data);
    return both.toByteArray();
  }

  Said start() {
    HostProgram start = HostProgram.START;
    return session.run(start.command(role()), start.text(), SOON);
  }

  /**
   * What bootstrap.sh has said from a byte on, within a few seconds; on standard error, how its run
   * stands.
   */
  Said follow(long offset) {
    HostProgram follow = HostProgram.FOLLOW;
    return session.run(
        follow.command(role(), Long.toString(offset), Integer.toString(TURN_SECONDS)),
        follow.text(),
        SOON);
  }

  /** Any other command; with nothing on its standard input. */
  Said ask(RemoteCommand command) {
    return session.run(command, NOTHING, SOON);
  }
}
