package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A host to run scripts on: a root file system and a network of its own, the machine's programs,
 * and stand-ins for those that would need a whole machine.
 */
final class HostRoot {

  private static final List<String> STAND_INS =
      List.of(
          "apt-get",
          "apt-mark",
          "containerd",
          "curl",
          "dpkg-query",
          "gpg",
          "kubeadm",
          "kubectl",
          "modprobe",
          "swapoff",
          "sysctl",
          "systemctl");

  /** The machine's own, and what says nothing about the host's state. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "bin", "dev", "lib", "lib32", "lib64", "proc", "sbin", "stand-ins", "sys", "tmp", "usr");

  private static final List<String> NOTES =
      List.of("state/calls", "state/count", "var/log/", "run/strake-", "killer");

  /** Cut the power after so many commands, whatever they are; read by bash before the script. */
  private static final String KILLER =
      """
      unset BASH_ENV
      set -T
      trap '((++_n == KILL_AT)) && kill -9 0; ((_n % 20)) || echo $_n >/state/count' DEBUG
      """;

  private final Path root;
  private final String address;

  /**
   * @param address of the host, with the length of its network
   */
  HostRoot(Path root, String address) throws Exception {
    this.root = root;
    this.address = address;
    for (String program : STAND_INS) {
      Path standIn = write("stand-ins/" + program, Files.readString(resource("stand-in.sh")));
      Files.setPosixFilePermissions(standIn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    write("etc/passwd", "root:x:0:0::/root:/bin/bash\nhaproxy:x:99:99::/:/bin/false\n");
    write("etc/group", "root:x:0:\nhaproxy:x:99:\n");
    write("etc/os-release", "ID=ubuntu\nVERSION_ID=\"24.04\"\nVERSION_CODENAME=noble\n");
    write("etc/fstab", "UUID=1 / ext4 defaults 0 1\n/swap.img none swap sw 0 0\n");
  }

  static void assumePossible() throws Exception {
    ToolRun.assumeInstalled("unshare", "ip", "openssl", "setsid");
    ToolRun run = ToolRun.of("unshare", "--mount", "--net", "--pid", "--fork", "true");
    Assumptions.assumeTrue(run.status() == 0, "no namespaces here: " + run.said());
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(HostRoot.class.getResource("/host/" + name).toURI());
  }

  Path path(String inRoot) {
    return root.resolve(inRoot.replaceFirst("^/", ""));
  }

  Path write(String path, String text) throws IOException {
    Files.createDirectories(path(path).getParent());
    return Files.writeString(path(path), text);
  }

  /** A file of root's alone, as old as all others of its kind. */
  void secret(String path, String text, FileTime time) throws IOException {
    Path file = write(path, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setLastModifiedTime(file, time);
  }

  ToolRun run(String... words) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("bash", resource("root.sh").toString(), root.toString(), address));
    all.add("--");
    all.addAll(List.of(words));
    return ToolRun.of(all);
  }

  ToolRun bootstrap(String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("bash", "/var/lib/strake/node/bootstrap.sh"));
    words.addAll(List.of(options));
    return run(words.toArray(String[]::new));
  }

  /**
   * bootstrap.sh, ended as by a power cut.
   *
   * @param commands after which; 0 to let it run to its end and only count them
   */
  ToolRun cut(int commands) throws Exception {
    write("killer", KILLER);
    return run(
        "env",
        "BASH_ENV=/killer",
        "KILL_AT=" + commands,
        "bash",
        "/var/lib/strake/node/bootstrap.sh");
  }

  void succeed(String... options) throws Exception {
    ToolRun run = bootstrap(options);
    assertEquals(0, run.status(), run.said());
  }

  /** Every file with its mode and its text, but for logs. */
  Map<String, String> tree() throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(this::belongsToHost).forEach(file -> tree.put(name(file), describe(file)));
    }
    return tree;
  }

  private String name(Path file) {
    return root.relativize(file).toString();
  }

  private boolean belongsToHost(Path file) {
    String name = name(file);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !ELSEWHERE.contains(name.split("/", 2)[0])
        && NOTES.stream().noneMatch(name::startsWith);
  }

  private static String describe(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
          + "\n"
          + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
