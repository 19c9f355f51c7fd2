package dev.strake.sync.host;

import dev.strake.bundle.Host;
import dev.strake.bundle.HostRole;
import dev.strake.sync.host.ssh.SshSettings;
import dev.strake.sync.host.ssh.SshTransport;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.work.Workers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A few hosts, and somebody who has a key for all of them. */
final class SshLab {

  private final Path folder;
  private final int port;
  private final List<SshHost> hosts = new ArrayList<>();

  SshLab(Path folder) throws Exception {
    this.folder = folder;
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/sshd")), "there is no OpenSSH server");
    Assumptions.assumeTrue(
        new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "true").start().waitFor() == 0,
        "no namespaces here");
    SshHost.run(
        "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("client").toString());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  /** A host that is on and known. */
  SshHost add(String name, HostRole role) throws Exception {
    SshHost host = new SshHost(folder, name, role, hosts.size() + 1, port);
    hosts.add(host);
    host.on();
    return host;
  }

  List<Host> hosts() throws Exception {
    List<Host> all = new ArrayList<>();
    for (SshHost host : hosts) {
      all.add(host.host());
    }
    return all;
  }

  /** What bootstrap.sh has noted on all hosts together, in the order of time. */
  List<String> journal() throws IOException {
    Path journal = folder.resolve("journal");
    return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
  }

  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  void knowAll() throws IOException {
    StringBuilder lines = new StringBuilder("# the lab\n");
    for (SshHost host : hosts) {
      lines.append(host.known("ed25519"));
    }
    Files.writeString(knownHosts(), lines);
  }

  SshTransport transport() throws IOException {
    return SshTransport.start(
        new SshSettings(
            "root",
            port,
            List.of(folder.resolve("client")),
            knownHosts(),
            key -> Optional.empty(),
            Duration.ofSeconds(10)));
  }

  List<PlannedHost> plan() throws Exception {
    try (SshTransport transport = transport();
        Workers workers = new Workers(4)) {
      return new HostPlanner(transport, workers).plan(hosts());
    }
  }

  HostReport roll() throws Exception {
    return roll(new SaidLines());
  }

  HostReport roll(HostListener listener) throws Exception {
    List<PlannedHost> plan = plan();
    try (SshTransport transport = transport()) {
      return rollout(transport).run(hosts(), plan, listener);
    }
  }

  static HostRollout rollout(HostTransport transport) {
    return new HostRollout(
        transport,
        Duration.ofSeconds(3),
        Clock.systemUTC(),
        time -> Sleeper.ofThread().sleep(time.dividedBy(10)));
  }

  void switchOff() throws Exception {
    for (SshHost host : hosts) {
      host.off();
    }
  }
}
