package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer host: namespaces of its own for network, mounts and processes, in which HAProxy
 * and keepalived find the generated files where LoadBalancerFiles says, byte by byte.
 */
final class FailoverHost {

  /** Only the folders that the host's files are in; the rest is this machine's. */
  private static final String BOOT =
      """
      set -euo pipefail
      for folder in /run /var/lib/haproxy /etc/haproxy /etc/keepalived /usr/libexec; do
        mount -t tmpfs -o mode=755 tmpfs "$folder"
      done
      mkdir /usr/libexec/keepalived
      for folder in /etc/haproxy /etc/keepalived /usr/libexec/keepalived; do
        if [[ -d $1$folder ]]; then cp -p "$1$folder"/* "$folder"; fi
      done
      ip link set lo up
      touch "$1/booted"
      # Not in place of this shell, which buries the processes of parents that were killed.
      sleep infinity &
      while :; do wait -n || :; done
      """;

  private final String name;
  private final Path root;
  private final String address;
  private @Nullable Process init;

  /**
   * @param root where the host's files are kept while it is off
   * @param address with the length of its prefix
   */
  FailoverHost(String name, Path root, String address) {
    this.name = name;
    this.root = root;
    this.address = address;
  }

  /** Puts what was generated for the host where it belongs, and renders what is not generated. */
  void install(Map<String, Artifact> artifacts, String password) throws Exception {
    put(artifacts, "haproxy.cfg", LoadBalancerFiles.HAPROXY.text());
    put(artifacts, "keepalived.conf", LoadBalancerFiles.KEEPALIVED.text());
    put(artifacts, "check-apiserver.sh", LoadBalancerFiles.CHECK.text());
    put(
        artifacts,
        "files" + LoadBalancerFiles.CLUSTER_CA.text(),
        LoadBalancerFiles.CLUSTER_CA.text());
    Path secret = Files.writeString(root.resolve("auth_pass"), password + "\n");
    Path rendered = Path.of(root + LoadBalancerFiles.VRRP_AUTHENTICATION.text());
    Files.writeString(rendered, VrrpAuthentication.of(secret).output());
    Program.expect("chmod", "0600", rendered.toString());
  }

  private void put(Map<String, Artifact> artifacts, String artifactName, String path)
      throws Exception {
    Artifact artifact = artifacts.get("loadbalancers/" + name + "/" + artifactName);
    if (artifact == null) {
      throw new AssertionError("no " + artifactName + " of " + name + " in " + artifacts.keySet());
    }
    Path file = Path.of(root + path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, artifact.text());
    Program.expect("chmod", artifact.mode().octal(), file.toString());
  }

  /** Plugs the host in and starts both services. */
  void boot() throws Exception {
    Program.expect("ip", "netns", "add", name);
    Program.expect(
        "ip", "link", "add", port(), "type", "veth", "peer", "name", "eth0", "netns", name);
    Program.expect("ip", "link", "set", port(), "master", FailoverNetwork.BRIDGE, "up");
    Program.expect("ip", "-n", name, "link", "set", "eth0", "up");
    FailoverNetwork.address("-n", name, address, "eth0");
    Path booted = root.resolve("booted");
    Files.deleteIfExists(booted);
    init =
        log(
            "host",
            "ip",
            "netns",
            "exec",
            name,
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "bash",
            "-c",
            BOOT,
            "host",
            root.toString());
    Await.that(name + " boots", () -> Files.exists(booted));
    startHaproxy();
    startKeepalived();
  }

  void startHaproxy() throws Exception {
    inside("haproxy", "haproxy", "-W", "-f", LoadBalancerFiles.HAPROXY.text());
  }

  void startKeepalived() throws Exception {
    inside(
        "keepalived",
        "keepalived",
        "--dont-fork",
        "--log-console",
        "--log-detail",
        "--use-file",
        LoadBalancerFiles.KEEPALIVED.text());
  }

  /** Without a warning, as a crash or the kernel's lack of memory does it. */
  void kill(String program) throws Exception {
    processes(program).forEach(ProcessHandle::destroyForcibly);
    Await.that(program + " ends on " + name, () -> processes(program).findAny().isEmpty());
  }

  private Stream<ProcessHandle> processes(String program) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().map(c -> c.endsWith("/" + program)).orElse(false))
        .filter(this::isMine);
  }

  private boolean isMine(ProcessHandle process) {
    try {
      return namespace(process.pid()).equals(namespace(first().pid()));
    } catch (IOException gone) {
      return false;
    }
  }

  private static Path namespace(long pid) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/pid"));
  }

  /** The first process of the host's own namespace. */
  private ProcessHandle first() {
    return Optional.ofNullable(init)
        .flatMap(process -> process.children().findFirst())
        .orElseThrow(() -> new AssertionError(name + " is off"));
  }

  /** The cable is cut and the power is off, at once. */
  void die() throws Exception {
    Program.expect("ip", "link", "set", port(), "down");
    ProcessHandle first = first();
    first.destroyForcibly();
    Await.that(name + " is off", () -> !first.isAlive());
    Program.expect("ip", "netns", "delete", name);
    // The kernel takes the cable away with the namespace, but on a busy machine only after minutes.
    Program.run("ip", "link", "delete", port());
    Await.that(
        port() + " is gone", () -> Program.run("ip", "link", "show", port()).exitCode() != 0);
  }

  void route(String command, String target) throws Exception {
    Program.expect("ip", "-n", name, "route", command, "unreachable", target);
  }

  boolean carries(String virtualAddress) {
    try {
      Program addresses = Program.run("ip", "-n", name, "-o", "address", "show", "dev", "eth0");
      return addresses.output().contains(" " + virtualAddress + "/");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  String logs() {
    StringBuilder all = new StringBuilder();
    for (String log : new String[] {"host", "haproxy", "keepalived"}) {
      try {
        all.append("--- ").append(name).append(' ').append(log).append('\n');
        Path file = root.resolve(log + ".log");
        all.append(Files.exists(file) ? Files.readString(file) : "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  private String port() {
    return "port-" + name;
  }

  private void inside(String logName, String... command) throws Exception {
    String[] enter = {"nsenter", "--target", Long.toString(first().pid()), "--all", "--"};
    String[] whole = new String[enter.length + command.length];
    System.arraycopy(enter, 0, whole, 0, enter.length);
    System.arraycopy(command, 0, whole, enter.length, command.length);
    Process started = log(logName, whole);
    if (started.waitFor(200, TimeUnit.MILLISECONDS)) {
      throw new AssertionError(command[0] + " does not start\n" + logs());
    }
  }

  private Process log(String logName, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(root.resolve(logName + ".log").toFile()))
        .start();
  }

  @Override
  public String toString() {
    return name;
  }
}
