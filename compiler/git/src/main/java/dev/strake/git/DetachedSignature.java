package dev.strake.git;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * What {@code ssh-keygen -Y sign} writes: a key, what it signed for, and the signature.
 *
 * @see <a
 *     href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig">PROTOCOL.sshsig</a>
 */
final class DetachedSignature {

  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final String END = "-----END SSH SIGNATURE-----";
  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int COLUMNS = 70;

  /** By their names in the protocol, which allows no others. */
  private static final Map<String, String> DIGESTS =
      Map.of("sha256", "SHA-256", "sha512", "SHA-512");

  private final byte[] publicKey;
  private final String namespace;
  private final String hash;
  private final byte[] signature;

  /**
   * @param publicKey as SSH encodes it
   * @param hash a name that {@link #signedData} knows
   * @param signature with its algorithm's name in front
   */
  DetachedSignature(byte[] publicKey, String namespace, String hash, byte[] signature) {
    this.publicKey = publicKey.clone();
    this.namespace = namespace;
    this.hash = hash;
    this.signature = signature.clone();
  }

  /** Empty for anything that is none, whole and of the only version that there is. */
  static Optional<DetachedSignature> parse(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith(BEGIN) || !stripped.endsWith(END)) {
      return Optional.empty();
    }
    String inside =
        stripped
            .substring(BEGIN.length(), Math.max(BEGIN.length(), stripped.length() - END.length()))
            .replaceAll("\\s", "");
    try {
      byte[] blob = Base64.getDecoder().decode(inside);
      // One signature, one text: the decoder would let pass what the last bits say.
      return Base64.getEncoder().encodeToString(blob).equals(inside)
          ? read(new ByteArrayBuffer(blob))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Base64 or lengths that are none.
      return Optional.empty();
    }
  }

  private static Optional<DetachedSignature> read(Buffer blob) {
    byte[] magic = new byte[MAGIC.length];
    blob.getRawBytes(magic);
    if (!MessageDigest.isEqual(magic, MAGIC) || blob.getUInt() != VERSION) {
      return Optional.empty();
    }
    byte[] publicKey = blob.getBytes();
    String namespace = blob.getString();
    blob.getBytes();
    String hash = blob.getString();
    byte[] signature = blob.getBytes();
    boolean whole = blob.available() == 0 && DIGESTS.containsKey(hash);
    return whole
        ? Optional.of(new DetachedSignature(publicKey, namespace, hash, signature))
        : Optional.empty();
  }

  /** As ssh-keygen writes it. */
  String armored() {
    Buffer blob = new ByteArrayBuffer();
    blob.putRawBytes(MAGIC);
    blob.putUInt(VERSION);
    blob.putBytes(publicKey);
    blob.putString(namespace);
    blob.putString("");
    blob.putString(hash);
    blob.putBytes(signature);
    String base64 = Base64.getEncoder().encodeToString(blob.getCompactData());
    StringBuilder lines = new StringBuilder(BEGIN).append('\n');
    for (int at = 0; at < base64.length(); at += COLUMNS) {
      lines.append(base64, at, Math.min(at + COLUMNS, base64.length())).append('\n');
    }
    return lines.append(END).append('\n').toString();
  }

  String namespace() {
    return namespace;
  }

  /**
   * @throws GeneralSecurityException for one that SSH does not know
   */
  PublicKey publicKey() throws GeneralSecurityException {
    try {
      return new ByteArrayBuffer(publicKey).getRawPublicKey();
    } catch (SshException | RuntimeException e) {
      throw new GeneralSecurityException("no key", e);
    }
  }

  /**
   * Whether its key signed this text, for what it says that it did.
   *
   * @throws GeneralSecurityException if its parts do not fit each other
   */
  boolean holds(byte[] text) throws GeneralSecurityException {
    PublicKey key = publicKey();
    try {
      String algorithm = new ByteArrayBuffer(signature).getString();
      // As the protocol has it: SHA-1, which this name of RSA's means, signs nothing here.
      boolean fits =
          !algorithm.equals("ssh-rsa")
              && KeyUtils.getKeyType(key).equals(KeyUtils.getCanonicalKeyType(algorithm));
      BuiltinSignatures known = BuiltinSignatures.fromFactoryName(algorithm);
      if (!fits || known == null) {
        return false;
      }
      var verifier = known.create();
      verifier.initVerifier(null, key);
      verifier.update(null, signedData(namespace, hash, text));
      return verifier.verify(null, signature);
    } catch (Exception e) {
      throw new GeneralSecurityException("its parts do not fit each other", e);
    }
  }

  /** What is really signed: a digest, and what the signature is for. */
  static byte[] signedData(String namespace, String hash, byte[] text) {
    Buffer data = new ByteArrayBuffer();
    data.putRawBytes(MAGIC);
    data.putString(namespace);
    data.putString("");
    data.putString(hash);
    data.putBytes(digest(hash, text));
    return data.getCompactData();
  }

  private static byte[] digest(String hash, byte[] text) {
    try {
      return MessageDigest.getInstance(DIGESTS.get(hash)).digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-2", e);
    }
  }
}
