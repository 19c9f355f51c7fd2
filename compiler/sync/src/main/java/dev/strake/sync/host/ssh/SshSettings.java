package dev.strake.sync.host.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to get to hosts.
 *
 * @param user who logs in: root, or somebody whom sudo lets be root without a question
 * @param port of the SSH server, the same on all hosts
 * @param identities files of private keys, tried in this order
 * @param knownHosts a file in OpenSSH's format, by the hosts' addresses
 * @param passphrase of a file of a private key, for those that have one; empty if nobody knows
 * @param connecting how long a host may take to answer and to let us in
 */
public record SshSettings(
    String user,
    int port,
    List<Path> identities,
    Path knownHosts,
    Function<Path, Optional<String>> passphrase,
    Duration connecting) {

  public SshSettings {
    identities = List.copyOf(identities);
  }
}
