package dev.strake.sync.host;

import dev.strake.bundle.FileMode;
import dev.strake.bundle.Host;
import dev.strake.bundle.HostFile;
import dev.strake.bundle.HostRole;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A host with a real OpenSSH server at an address of the loopback. */
final class SshHost {

  static final String VERSION = "v1.36.4";

  private static final String READY =
      "{\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]}}\n";

  private final String name;
  private final HostRole role;
  private final String address;
  private final int port;
  private final Path folder;
  private final Path journal;
  private final List<HostFile> further = new ArrayList<>();
  private @Nullable Process process;

  /**
   * @param lab for all hosts' files
   * @param number of the host, which its address ends in
   */
  SshHost(Path lab, String name, HostRole role, int number, int port) throws Exception {
    this.name = name;
    this.role = role;
    this.address = "127.0.77." + number;
    this.port = port;
    this.folder = Files.createDirectories(lab.resolve(name + "-" + role.record()));
    this.journal = lab.resolve("journal");
    Files.createDirectories(folder.resolve("lib"));
    Files.createDirectories(folder.resolve("bin"));
    program("kubectl", Files.readString(resource("kubectl.sh")));
    write("readyz", "ok\n");
    write("node.json", READY);
    newKey("ed25519");
  }

  private static Path resource(String file) throws URISyntaxException {
    return Path.of(SshHost.class.getResource("/host/" + file).toURI());
  }

  void program(String program, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bin").resolve(program), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A key of the host itself, besides those that it has. */
  void newKey(String type) throws Exception {
    Path key = folder.resolve("key-" + type);
    Files.deleteIfExists(key);
    Files.deleteIfExists(folder.resolve("key-" + type + ".pub"));
    run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString());
  }

  static void run(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(Arrays.toString(words) + ": " + said);
    }
  }

  /** Its line for a file of known hosts. */
  String known(String type) throws IOException {
    String[] words = Files.readString(folder.resolve("key-" + type + ".pub")).split(" ", 3);
    return "[" + address + "]:" + port + " " + words[0] + " " + words[1].strip() + "\n";
  }

  /** A file that is in the host's folder besides those that all have. */
  SshHost with(String path, String text) {
    further.removeIf(file -> file.path().equals(path));
    further.add(new HostFile(path, FileMode.REGULAR, text));
    return this;
  }

  SshHost without(String path) {
    further.removeIf(file -> file.path().equals(path));
    return this;
  }

  /** As a bundle has it. */
  Host host() throws Exception {
    List<HostFile> files = new ArrayList<>(further);
    String script = Files.readString(resource("bootstrap.sh"));
    files.add(new HostFile("bootstrap.sh", FileMode.EXECUTABLE, script));
    files.add(new HostFile("name", FileMode.REGULAR, name));
    files.add(new HostFile("role", FileMode.REGULAR, role.record()));
    files.add(new HostFile("journal", FileMode.REGULAR, journal.toString()));
    files.sort(null);
    return new Host(
        name, role, address, role.isNode() ? Optional.of(VERSION) : Optional.empty(), files);
  }

  /** A file of its /var/lib. */
  Path path(String file) {
    return folder.resolve("lib").resolve(file);
  }

  void write(String file, String text) throws IOException {
    Files.writeString(path(file), text);
  }

  String read(String file) throws IOException {
    return Files.exists(path(file)) ? Files.readString(path(file)) : "";
  }

  /** The next time it is switched on, its disk is nearly full. */
  void fillDisk() throws Exception {
    Files.writeString(folder.resolve("small-disk"), "");
    run("cp", "-a", folder.resolve("lib").toString(), folder.resolve("before").toString());
  }

  /** Lists files of its /var/lib/strake, as they are on the disk that it has now. */
  String listing() throws Exception {
    Process list =
        new ProcessBuilder(
                "nsenter",
                "--target",
                Long.toString(first().pid()),
                "--mount",
                "--",
                "find",
                "/var/lib/strake",
                "-mindepth",
                "1",
                "-printf",
                "%P\\n")
            .start();
    String said = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return String.join("\n", said.lines().sorted().toList());
  }

  /** The first process of its own space: timeout's child's child. */
  private ProcessHandle first() {
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("bash"))
        .findFirst()
        .orElseThrow();
  }

  void on() throws Exception {
    Path authorized = folder.resolveSibling("client.pub");
    List<String> config =
        new ArrayList<>(
            List.of(
                "Port " + port,
                "ListenAddress " + address,
                "AuthorizedKeysFile " + authorized,
                "PidFile none",
                "StrictModes no",
                "UsePAM no",
                "PermitRootLogin prohibit-password",
                "PasswordAuthentication no",
                "SetEnv PATH=" + folder.resolve("bin") + ":/usr/sbin:/usr/bin:/sbin:/bin"));
    try (Stream<Path> keys = Files.list(folder)) {
      keys.filter(key -> key.getFileName().toString().matches("key-[a-z0-9]+"))
          .forEach(key -> config.add("HostKey " + key));
    }
    Path file = Files.write(folder.resolve("sshd_config"), config);
    process =
        new ProcessBuilder(
                "bash", resource("boot.sh").toString(), folder.toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), 500);
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError(name + ": " + Files.readString(folder.resolve("log")));
  }

  /** The power is off: nothing that ran there runs any more, and /run is empty. */
  void off() throws Exception {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
      process = null;
      run("rm", "-rf", folder.resolve("run").toString());
    }
  }
}
