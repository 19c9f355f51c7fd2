package dev.strake.sync.host.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;

/**
 * The hosts of one file, and nobody else: there is no first time to trust. Lines with a mark, but
 * for revoked keys, are no use here.
 *
 * @see <a href="https://man.openbsd.org/sshd.8#SSH_KNOWN_HOSTS_FILE_FORMAT">sshd(8): format of
 *     known_hosts</a>
 */
final class KnownHosts implements ServerKeyVerifier, SessionListener {

  private static final AttributeKey<AtomicReference<String>> REFUSAL = new AttributeKey<>();
  private static final String REVOKED = "revoked";

  private final Path file;
  private final List<KnownHostEntry> entries;

  private KnownHosts(Path file, List<KnownHostEntry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** A file that is not there knows nobody. */
  static KnownHosts read(Path file) throws IOException {
    return new KnownHosts(
        file, Files.exists(file) ? KnownHostEntry.readKnownHostEntries(file) : List.of());
  }

  /**
   * What a connection is to be made with, for its refusal to be told: a session's own attributes
   * are gone once it is closed, which a refused one may be at any time.
   */
  static AttributeRepository context() {
    return AttributeRepository.ofKeyValuePair(REFUSAL, new AtomicReference<>());
  }

  /** Why a host of a session was refused; empty if it was not. */
  static Optional<String> refusal(ClientSession session) {
    return Optional.ofNullable(session.getConnectionContext().getAttribute(REFUSAL).get());
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
    List<Known> known = known(remote);
    boolean revoked = known.stream().anyMatch(k -> k.isRevoked() && k.is(key));
    List<Known> good = known.stream().filter(k -> !k.isRevoked()).toList();
    if (!revoked && good.stream().anyMatch(k -> k.is(key))) {
      return true;
    }
    String fingerprint = KeyUtils.getFingerPrint(key);
    String reason = reason(fingerprint, revoked, good.isEmpty());
    session.getConnectionContext().getAttribute(REFUSAL).set(reason);
    return false;
  }

  private String reason(String fingerprint, boolean revoked, boolean unknown) {
    if (revoked) {
      return "its key %s is revoked in %s".formatted(fingerprint, file);
    }
    if (unknown) {
      return ("%s does not know it: its key is %s; if ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub"
              + " says so on the host itself, add what ssh-keyscan prints")
          .formatted(file, fingerprint);
    }
    return ("its key %s is not the one that %s has: it was set up anew, or somebody stands between;"
            + " nothing was sent")
        .formatted(fingerprint, file);
  }

  private record Known(KnownHostEntry entry, PublicKey key) {

    boolean isRevoked() {
      return REVOKED.equals(entry.getMarker());
    }

    boolean is(PublicKey other) {
      return KeyUtils.compareKeys(key, other);
    }
  }

  private List<Known> known(SocketAddress remote) {
    List<Known> known = new ArrayList<>();
    if (remote instanceof InetSocketAddress address) {
      String host = address.getAddress().getHostAddress().replaceFirst("%.*", "");
      for (KnownHostEntry entry : entries) {
        if (entry.isHostMatch(host, address.getPort()) && isPlain(entry)) {
          key(entry).ifPresent(key -> known.add(new Known(entry, key)));
        }
      }
    }
    return known;
  }

  private static boolean isPlain(KnownHostEntry entry) {
    String mark = entry.getMarker();
    return mark == null || mark.isEmpty() || mark.equals(REVOKED);
  }

  private static Optional<PublicKey> key(KnownHostEntry entry) {
    try {
      return Optional.ofNullable(
          entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
    } catch (IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /**
   * A host with several keys is asked for one that the file has, or it would show another one, and
   * look like somebody else.
   */
  @Override
  public void sessionCreated(Session session) {
    Set<String> types = new HashSet<>();
    for (Known known : known(session.getIoSession().getRemoteAddress())) {
      types.add(KeyUtils.getKeyType(known.key()));
    }
    List<NamedFactory<Signature>> factories = new ArrayList<>(session.getSignatureFactories());
    factories.sort(
        Comparator.comparing(
            factory -> !types.contains(KeyUtils.getCanonicalKeyType(factory.getName()))));
    session.setSignatureFactories(factories);
  }
}
