package dev.strake.sync.host.ssh;

import dev.strake.bundle.Host;
import dev.strake.sync.host.HostSession;
import dev.strake.sync.host.HostTransport;
import dev.strake.sync.host.HostUnreachable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/**
 * Hosts over SSH, with keys and known hosts of files. Forwards nothing, neither ports nor an agent;
 * reads no user's configuration.
 */
public final class SshTransport implements HostTransport, AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int HEARTBEATS = 3;

  private final SshSettings settings;
  private final SshClient client;

  private SshTransport(SshSettings settings, SshClient client) {
    this.settings = settings;
    this.client = client;
  }

  /**
   * Connects to nobody yet.
   *
   * @throws IOException if a file of keys or of known hosts cannot be used; the message names it
   */
  public static SshTransport start(SshSettings settings) throws IOException {
    List<KeyPair> keys = keys(settings);
    KnownHosts known = KnownHosts.read(settings.knownHosts());
    SshClient client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(keys));
    client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    client.setServerKeyVerifier(known);
    client.addSessionListener(known);
    client.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, HEARTBEATS);
    client.start();
    return new SshTransport(settings, client);
  }

  private static List<KeyPair> keys(SshSettings settings) throws IOException {
    List<KeyPair> keys = new ArrayList<>();
    for (Path file : settings.identities()) {
      try (InputStream stream = Files.newInputStream(file)) {
        FilePasswordProvider passphrase =
            (session, resource, retry) ->
                retry == 0 ? settings.passphrase().apply(file).orElse(null) : null;
        Iterable<KeyPair> found =
            SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), stream, passphrase);
        if (found == null) {
          throw new IOException("there is no private key in " + file);
        }
        found.forEach(keys::add);
      } catch (GeneralSecurityException | RuntimeException e) {
        throw new IOException("the private key in " + file + " cannot be used", e);
      }
    }
    return keys;
  }

  @Override
  public HostSession open(Host host) {
    ClientSession session = connect(host);
    try {
      session.auth().verify(settings.connecting());
      return new SshHostSession(session, settings.user().equals("root"));
    } catch (IOException e) {
      String why =
          KnownHosts.refusal(session).orElseGet(() -> "it does not let us in: " + message(e));
      session.close(true);
      throw new HostUnreachable(why, e);
    }
  }

  private ClientSession connect(Host host) {
    try {
      return client
          .connect(settings.user(), host.address(), settings.port(), KnownHosts.context())
          .verify(settings.connecting())
          .getClientSession();
    } catch (IOException e) {
      throw new HostUnreachable(
          "%s port %s does not answer: %s".formatted(host.address(), settings.port(), message(e)),
          e);
    }
  }

  private static String message(IOException e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    client.stop();
  }
}
