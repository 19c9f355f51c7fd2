package dev.strake.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A keyring of the real gpg's, in a folder of its own; short, because of its agent's socket. */
final class GpgHome implements AutoCloseable {

  private final Path home;

  private GpgHome(Path home) {
    this.home = home;
  }

  static GpgHome in(Path home) throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    GpgHome gpg = new GpgHome(home);
    Path program = gpg.program();
    Files.writeString(
        program,
        "#!/bin/sh\nexec gpg --homedir '" + home + "' --batch --pinentry-mode loopback \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return gpg;
  }

  /** What git is to call. */
  Path program() {
    return home.resolve("gpg-here");
  }

  /**
   * @return the fingerprint
   */
  String generate(String user, String expires) {
    run("--passphrase", "", "--quick-generate-key", user, "ed25519", "sign", expires);
    String listed = run("--with-colons", "--list-keys", "=" + user);
    return listed
        .lines()
        .filter(line -> line.startsWith("fpr:"))
        .findFirst()
        .orElseThrow()
        .split(":", -1)[9];
  }

  Path export(Path file, String... keys) throws IOException {
    List<String> words = new ArrayList<>(List.of("--armor", "--export"));
    words.addAll(List.of(keys));
    Files.writeString(file, run(words.toArray(String[]::new)) + "\n");
    return file;
  }

  void revoke(String key) throws IOException {
    Path made = home.resolve("openpgp-revocs.d").resolve(key + ".rev");
    Path certificate = home.resolve("revoked.asc");
    // gpg writes a colon before the armor, so that nobody imports it by accident.
    Files.writeString(certificate, Files.readString(made).replace(":-----", "-----"));
    run("--import", certificate.toString());
  }

  private String run(String... words) {
    List<String> command = new ArrayList<>(List.of(program().toString()));
    command.addAll(List.of(words));
    return GitCommand.start(home, command.toArray(String[]::new));
  }

  @Override
  public void close() throws IOException {
    GitCommand.start(home, "gpgconf", "--homedir", home.toString(), "--kill", "all");
    CacheFolder.delete(home);
  }
}
