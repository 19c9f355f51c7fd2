package dev.strake.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSH's server on a port of the loopback, which lets one key of the test's own user in. */
final class SshServer implements AutoCloseable {

  private final Process process;
  private final int port;
  private final Path folder;

  private SshServer(Process process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  static boolean isThere() {
    return Files.isExecutable(Path.of("/usr/sbin/sshd"));
  }

  /**
   * @param folder for its keys
   * @param authorized public keys that it lets in
   */
  static SshServer start(Path folder, Path authorized) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    Path hostKey = folder.resolve("host");
    GitCommand.start(
        folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey.toString());
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config = folder.resolve("sshd_config");
    Files.write(
        config,
        List.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + hostKey,
            "AuthorizedKeysFile " + authorized,
            "PidFile none",
            "StrictModes no",
            "PermitRootLogin prohibit-password",
            "PasswordAuthentication no",
            "AcceptEnv GIT_PROTOCOL",
            // To bash it looks as if a shell was there before, which has read ~/.bashrc.
            "SetEnv SHLVL=1"));
    Process process =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    SshServer server = new SshServer(process, port, folder);
    server.await();
    return server;
  }

  private void await() throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("sshd: " + Files.readString(folder.resolve("log")));
  }

  String url(Path repository) {
    return "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + port + repository;
  }

  /** Its line for a file of known hosts. */
  String knownHost() throws IOException {
    String[] words = Files.readString(folder.resolve("host.pub")).split(" ", 3);
    return "[127.0.0.1]:" + port + " " + words[0] + " " + words[1].strip() + "\n";
  }

  @Override
  public void close() {
    process.destroy();
  }
}
