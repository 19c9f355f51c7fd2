package dev.strake.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Signs texts as {@code ssh-keygen -Y sign} does, with a private key without a passphrase. */
public final class TextSigner {

  private static final String HASH = "sha512";
  private static final long LARGEST = 64L << 10;

  private final KeyPair key;

  private TextSigner(KeyPair key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @param file OpenSSH's or PEM: Ed25519, ECDSA or RSA
   * @throws IOException that says what is wrong with it, and nothing of what is in it
   */
  public static TextSigner of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is no file");
    }
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is too large for a key");
    }
    AtomicBoolean isEncrypted = new AtomicBoolean();
    FilePasswordProvider none =
        (session, resource, attempt) -> {
          isEncrypted.set(true);
          return null;
        };
    try {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
              null,
              NamedResource.ofName("key"),
              new ByteArrayInputStream(Files.readAllBytes(file)),
              none);
      Iterator<KeyPair> found = keys == null ? null : keys.iterator();
      if (found != null && found.hasNext()) {
        return new TextSigner(supported(found.next(), file));
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      // Said below, without the library's words: they may quote the file.
    } catch (IOException e) {
      if (!isEncrypted.get() && !Files.isReadable(file)) {
        throw new IOException(file + " cannot be read", e);
      }
    }
    throw new IOException(
        isEncrypted.get()
            ? file + " has a passphrase: sign with ssh-keygen -Y sign, which asks for it"
            : file + " is no private key of OpenSSH");
  }

  private static KeyPair supported(KeyPair key, Path file) throws IOException {
    String type = KeyUtils.getKeyType(key.getPublic());
    boolean known =
        type != null
            && (type.equals("ssh-ed25519")
                || type.equals("ssh-rsa")
                || type.startsWith("ecdsa-sha2-"));
    if (!known) {
      throw new IOException(file + " is a key that cannot sign here: use Ed25519, ECDSA or RSA");
    }
    return key;
  }

  /**
   * A signature that {@code ssh-keygen -Y verify} and {@link TextSignature} accept.
   *
   * @param namespace what it is for
   */
  public String sign(String namespace, byte[] text) {
    String type = KeyUtils.getKeyType(key.getPublic());
    String algorithm = type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
    try {
      var signer = BuiltinSignatures.fromFactoryName(algorithm).create();
      signer.initSigner(null, key.getPrivate());
      signer.update(null, DetachedSignature.signedData(namespace, HASH, text));
      ByteArrayBuffer signature = new ByteArrayBuffer();
      signature.putString(algorithm);
      signature.putBytes(signer.sign(null));
      ByteArrayBuffer publicKey = new ByteArrayBuffer();
      publicKey.putRawPublicKey(key.getPublic());
      return new DetachedSignature(
              publicKey.getCompactData(), namespace, HASH, signature.getCompactData())
          .armored();
    } catch (Exception e) {
      throw new IllegalStateException("a " + algorithm + " key that was read cannot sign", e);
    }
  }
}
