package dev.strake.cli;

import dev.strake.bundle.Host;
import dev.strake.sync.host.ssh.SshSettings;
import dev.strake.sync.host.ssh.SshTransport;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which of a cluster's machines a command sees to, and how it gets there. */
final class HostOptions {

  private static final Duration CONNECTING = Duration.ofSeconds(15);
  private static final int LAST_PORT = 65535;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Option(
      names = "--ssh",
      description =
          "Sees to the cluster's machines over SSH; without it, each of them has to be seen to by hand.")
  private boolean ssh;

  @Option(
      names = "--ssh-user",
      paramLabel = "NAME",
      defaultValue = "root",
      description =
          "Who logs in: root, or somebody whom sudo lets be root without a question (default: ${DEFAULT-VALUE}).")
  private String user = "root";

  @Option(
      names = "--ssh-port",
      paramLabel = "PORT",
      defaultValue = "22",
      description = "The port of all machines' SSH servers (default: ${DEFAULT-VALUE}).")
  private int port = 22;

  @Option(
      names = "--ssh-identity",
      paramLabel = "FILE",
      description = "A private key; may be repeated (default: those of ~/.ssh that ssh would try).")
  private List<Path> identities = List.of();

  @Option(
      names = "--ssh-known-hosts",
      paramLabel = "FILE",
      description =
          "The machines' own keys, by their addresses; there is no first time to trust (default: ~/.ssh/known_hosts).")
  private @Nullable Path knownHosts;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Sees to this machine only; may be repeated.")
  private List<String> names = List.of();

  @Option(
      names = "--no-hosts",
      description = "Sees to no machines, and says nothing of them: to the API's objects only.")
  private boolean none;

  boolean isOff() {
    return none;
  }

  /**
   * Those that were chosen, in their order.
   *
   * @throws ParameterException for a name that none has: exit code 2
   */
  List<Host> chosen(List<Host> hosts) {
    if (none && (ssh || !names.isEmpty())) {
      throw usage("--no-hosts goes with neither --ssh nor --host");
    }
    if (names.isEmpty()) {
      return none ? List.of() : hosts;
    }
    Set<String> there =
        hosts.stream().map(Host::name).collect(Collectors.toCollection(TreeSet::new));
    for (String name : names) {
      if (!there.contains(name)) {
        throw usage(
            there.isEmpty()
                ? "--host: there are no machines"
                : "--host: there is no machine %s; there are %s"
                    .formatted(name, String.join(", ", there)));
      }
    }
    return hosts.stream().filter(host -> names.contains(host.name())).toList();
  }

  /**
   * The way to them; empty if there is none.
   *
   * @throws ParameterException if a file cannot be used: exit code 2
   */
  Optional<SshTransport> transport() {
    if (!ssh) {
      return Optional.empty();
    }
    if (port < 1 || port > LAST_PORT) {
      throw usage("--ssh-port is a port from 1 to 65535, not " + port);
    }
    Path folder = Path.of(System.getProperty("user.home"), ".ssh");
    SshSettings settings =
        new SshSettings(
            user,
            port,
            identities.isEmpty() ? usual(folder) : identities,
            knownHosts == null ? folder.resolve("known_hosts") : knownHosts,
            HostOptions::passphrase,
            CONNECTING);
    try {
      return Optional.of(SshTransport.start(settings));
    } catch (IOException e) {
      throw usage("--ssh: " + e.getMessage());
    }
  }

  private static List<Path> usual(Path folder) {
    return Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
        .map(folder::resolve)
        .filter(Files::isReadable)
        .toList();
  }

  /** Later versions of Java have a console without a terminal too; it is at its end at once. */
  @SuppressWarnings("SystemConsoleNull")
  private static Optional<String> passphrase(Path key) {
    Console console = System.console();
    if (console == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(console.readPassword("Passphrase of %s: ", key)).map(String::new);
  }

  private ParameterException usage(String message) {
    return new ParameterException(mixee.commandLine(), message);
  }
}
