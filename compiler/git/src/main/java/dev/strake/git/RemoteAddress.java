package dev.strake.git;

import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.transport.URIish;

/**
 * Where a remote repository is: {@code https://}, {@code ssh://} or {@code git@host:path}, and
 * {@code file://}. Never with a password, and never over a connection that anybody on the way could
 * change, unless it does not leave the machine.
 */
public final class RemoteAddress {

  /** How a repository is reached. */
  public enum Transport {
    HTTPS,
    SSH,
    LOCAL
  }

  private static final int LONGEST = 2048;
  private static final int SSH_PORT = 22;
  private static final int HTTPS_PORT = 443;

  private final String text;
  private final URIish uri;
  private final Transport transport;

  private RemoteAddress(String text, URIish uri, Transport transport) {
    this.text = text;
    this.uri = uri;
    this.transport = transport;
  }

  /** What a text is, or why it is no address to fetch from; of the two, one is there. */
  public record Parsed(Optional<RemoteAddress> address, String problem) {

    private static Parsed bad(String problem) {
      return new Parsed(Optional.empty(), problem);
    }
  }

  public static Parsed parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isPrintable(text)) {
      return Parsed.bad("it is empty, too long or has control characters or blanks in it");
    }
    URIish uri;
    try {
      uri = new URIish(text);
    } catch (URISyntaxException e) {
      return Parsed.bad("it is no URL");
    }
    if (uri.getPass() != null) {
      return Parsed.bad("it holds a password: put it in a file that the credentials name");
    }
    return of(text, uri);
  }

  private static Parsed of(String text, URIish uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost();
    // A host or user that begins with a hyphen would be an option of somebody's command line.
    if (host.startsWith("-") || (uri.getUser() != null && uri.getUser().startsWith("-"))) {
      return Parsed.bad("its host or user begins with a hyphen");
    }
    if (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/")) {
      return Parsed.bad("it names no repository of its host");
    }
    return switch (scheme) {
      case "https" -> https(text, uri, host);
      case "http" ->
          isLoopback(host)
              ? good(text, uri, Transport.HTTPS)
              : Parsed.bad("http is neither encrypted nor signed: write https or ssh");
      case "ssh" ->
          host.isEmpty() ? Parsed.bad("it names no host") : good(text, uri, Transport.SSH);
      case "file" -> good(text, uri, Transport.LOCAL);
      case "" ->
          host.isEmpty()
              ? Parsed.bad("it names no host: write https://, ssh:// or file://")
              : good(text, uri, Transport.SSH);
      default -> Parsed.bad("there is no way to fetch over " + scheme);
    };
  }

  private static Parsed https(String text, URIish uri, String host) {
    if (uri.getUser() != null) {
      return Parsed.bad("it holds a user: put it into the credentials");
    }
    return host.isEmpty() ? Parsed.bad("it names no host") : good(text, uri, Transport.HTTPS);
  }

  private static Parsed good(String text, URIish uri, Transport transport) {
    return new Parsed(Optional.of(new RemoteAddress(text, uri, transport)), "");
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c > ' ' && c != 0x7f && !Character.isISOControl(c));
  }

  private static boolean isLoopback(String host) {
    return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
  }

  public Transport transport() {
    return transport;
  }

  /** Where it is listened on; empty for a local one. */
  public OptionalInt port() {
    if (transport == Transport.LOCAL) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        uri.getPort() > 0 ? uri.getPort() : transport == Transport.SSH ? SSH_PORT : HTTPS_PORT);
  }

  URIish uri() {
    return uri;
  }

  /**
   * Host and path, which is the same for each way to reach the repository: {@code
   * git.example.net/acme/clusters}. Empty host for a local one.
   */
  public String repository() {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String path = uri.getPath().replaceAll("^/+|/+$", "");
    return host + "/" + (path.endsWith(".git") ? path.substring(0, path.length() - 4) : path);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RemoteAddress address && address.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As it was written, which holds no secret. */
  @Override
  public String toString() {
    return text;
  }
}
