package dev.strake.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/** A connection to a remote repository with what its credentials say, and nothing else. */
final class RemoteAccess implements AutoCloseable {

  private static final int LONGEST_TOKEN = 16 * 1024;

  private final Transport transport;
  private final List<AutoCloseable> opened;
  private final List<String> secrets;

  private RemoteAccess(Transport transport, List<AutoCloseable> opened, List<String> secrets) {
    this.transport = transport;
    this.opened = opened;
    this.secrets = secrets;
  }

  /**
   * @throws IOException if what the credentials name cannot be read
   */
  static RemoteAccess open(
      Repository repository, FetchRequest request, FetchLimits limits, FetchBudget budget)
      throws IOException {
    String token = token(request.credentials());
    Transport transport = transport(repository, request.address());
    List<AutoCloseable> opened = new ArrayList<>();
    transport.setTimeout((int) Math.max(1, limits.silence().toSeconds()));
    // JGit would look for the history that a shallow fetch leaves out; WholeCommit looks at more.
    transport.setCheckFetchedObjects(false);
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setDepth(request.depth());
    transport.setCredentialsProvider(provider(request, token));
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(HttpAccess.of(budget, authorities(request.credentials())));
    } else if (transport instanceof SshTransport ssh) {
      if (!(request.credentials() instanceof Credentials.Key key)) {
        transport.close();
        throw new IOException("a repository over SSH needs a key and the host's own");
      }
      requireFile(key.privateKey(), "the private key");
      requireFile(key.knownHosts(), "the file of known hosts");
      Path home = Files.createTempDirectory("strake-ssh");
      SshAccess access = SshAccess.of(key, home, budget);
      opened.add(access);
      opened.add(() -> Files.deleteIfExists(home));
      ssh.setSshSessionFactory(access);
    }
    return new RemoteAccess(transport, opened, token.isEmpty() ? List.of() : List.of(token));
  }

  private static Transport transport(Repository repository, RemoteAddress address)
      throws IOException {
    try {
      return Transport.open(repository, address.uri());
    } catch (NotSupportedException e) {
      throw new IOException("there is no way to fetch from " + address, e);
    }
  }

  private static TokenProvider provider(FetchRequest request, String token) {
    String host = request.address().uri().getHost();
    return host != null && request.credentials() instanceof Credentials.Token named
        ? new TokenProvider(host, named.user(), token)
        : TokenProvider.none();
  }

  private static Optional<Path> authorities(Credentials credentials) {
    if (credentials instanceof Credentials.Token token) {
      return token.authorities();
    }
    return credentials instanceof Credentials.Anonymous anonymous
        ? Optional.of(anonymous.authorities())
        : Optional.empty();
  }

  /** Empty if the credentials are no token. */
  private static String token(Credentials credentials) throws IOException {
    if (!(credentials instanceof Credentials.Token named)) {
      return "";
    }
    requireFile(named.token(), "the token's file");
    byte[] bytes = Files.readAllBytes(named.token());
    String token = new String(bytes, StandardCharsets.UTF_8).strip();
    if (token.isEmpty() || bytes.length > LONGEST_TOKEN) {
      throw new IOException("there is no token in " + named.token());
    }
    return token;
  }

  private static void requireFile(Path file, String what) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(what + ", " + file + ", cannot be read");
    }
  }

  Transport transport() {
    return transport;
  }

  /** What a message must not say. */
  List<String> secrets() {
    return secrets;
  }

  @Override
  public void close() {
    transport.close();
    for (AutoCloseable each : opened) {
      try {
        each.close();
      } catch (Exception e) {
        // A connection that does not end well has ended all the same.
      }
    }
  }
}
