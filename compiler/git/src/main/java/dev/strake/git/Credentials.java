package dev.strake.git;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a remote repository asks for. Everything secret is in a file, and is read for each fetch, so
 * that a rotated one counts at once.
 */
public sealed interface Credentials {

  /** A public repository, or a local one. */
  record None() implements Credentials {}

  /**
   * A user and a token, for HTTPS.
   *
   * @param user what the host calls the token's owner; GitHub and GitLab take any
   * @param token one line
   * @param authorities certificates in PEM that sign the host's; empty for those of the JVM
   */
  record Token(String user, Path token, Optional<Path> authorities) implements Credentials {}

  /**
   * No user, but a host whose certificate the JVM does not know.
   *
   * @param authorities certificates in PEM that sign the host's
   */
  record Anonymous(Path authorities) implements Credentials {}

  /**
   * A key, for SSH.
   *
   * @param privateKey without a passphrase, in OpenSSH's format or PEM
   * @param knownHosts which host has which key, as OpenSSH writes it; others are not talked to
   */
  record Key(Path privateKey, Path knownHosts) implements Credentials {}
}
