package dev.strake.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our signatures before the real ssh-keygen, and its signatures before us. */
final class TextSignatureTest {

  private static final String PURPOSE = "strake-plan";
  private static final byte[] TEXT = "{\"version\": 1}\n".getBytes(StandardCharsets.UTF_8);
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private Path key(String name, String... how) {
    Path key = folder.resolve(name);
    List<String> words = new ArrayList<>(List.of("ssh-keygen", "-q", "-C", name, "-f"));
    words.add(key.toString());
    words.addAll(List.of(how));
    if (!List.of(how).contains("-N")) {
      words.addAll(List.of("-N", ""));
    }
    GitCommand.start(folder, words.toArray(String[]::new));
    return key;
  }

  private Path signers(String options, String key) throws IOException {
    String[] words = Files.readString(folder.resolve(key + ".pub")).split(" ", 3);
    String line = "ada@example.net " + options + words[0] + " " + words[1] + "\n";
    return Files.writeString(folder.resolve("signers"), line);
  }

  private String verdict(Path signers, byte[] text, String signature) {
    return new TextSignature(signers, PURPOSE, NOW)
        .verify(text, signature)
        .match(
            trusted -> "trusted " + trusted.signer(),
            refused -> refused.reason() + ": " + refused.message());
  }

  private String signedByOpenSsh(Path key, String purpose) throws IOException {
    Path text = Files.write(folder.resolve("text"), TEXT);
    Files.deleteIfExists(folder.resolve("text.sig"));
    GitCommand.start(
        folder, "ssh-keygen", "-Y", "sign", "-n", purpose, "-f", key.toString(), text.toString());
    return Files.readString(folder.resolve("text.sig"));
  }

  /** Whether ssh-keygen says that a signature is good. */
  private boolean openSshAccepts(Path signers, byte[] text, String signature) throws Exception {
    Path file = Files.write(folder.resolve("given"), text);
    Path signed = Files.writeString(folder.resolve("given.sig"), signature);
    Process process =
        new ProcessBuilder(
                List.of(
                    "ssh-keygen",
                    "-Y",
                    "verify",
                    "-f",
                    signers.toString(),
                    "-I",
                    "ada@example.net",
                    "-n",
                    PURPOSE,
                    "-s",
                    signed.toString()))
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assertEquals(code == 0, said.startsWith("Good \"strake-plan\" signature"), said);
    return code == 0;
  }

  @ParameterizedTest
  @CsvSource({"ed25519,256", "ecdsa,256", "ecdsa,384", "ecdsa,521", "rsa,3072"})
  void eachSideAcceptsWhatTheOtherSigns(String type, String bits) throws Exception {
    Path key = key("ada", "-t", type, "-b", bits);
    Path signers = signers("", "ada");

    String ours = TextSigner.of(key).sign(PURPOSE, TEXT);
    assertTrue(openSshAccepts(signers, TEXT, ours), ours);
    assertFalse(openSshAccepts(signers, new byte[] {1}, ours), "of another text");
    assertEquals("trusted ada@example.net", verdict(signers, TEXT, ours));

    String theirs = signedByOpenSsh(key, PURPOSE);
    assertEquals("trusted ada@example.net", verdict(signers, TEXT, theirs));
    assertEquals(
        "INVALID: the signature is not of this text: one of them was changed",
        verdict(signers, "{\"version\": 2}\n".getBytes(StandardCharsets.UTF_8), theirs));
  }

  @Test
  void anEd25519SignatureIsTheSameWhoeverMakesIt() throws IOException {
    Path key = key("ada", "-t", "ed25519");
    assertEquals(signedByOpenSsh(key, PURPOSE), TextSigner.of(key).sign(PURPOSE, TEXT));
  }

  @Test
  void aKeyInPemIsAKeyToo() throws Exception {
    Path key = key("ada", "-t", "rsa", "-b", "2048", "-m", "PEM");
    assertTrue(Files.readString(key).startsWith("-----BEGIN RSA PRIVATE KEY-----"));
    assertTrue(openSshAccepts(signers("", "ada"), TEXT, TextSigner.of(key).sign(PURPOSE, TEXT)));
  }

  @Test
  void eachChangedBitIsNoticed() throws IOException {
    Path key = key("ada", "-t", "ed25519");
    Path signers = signers("", "ada");
    String good = TextSigner.of(key).sign(PURPOSE, TEXT);
    for (int at = good.indexOf('\n') + 1; at < good.lastIndexOf("-----END") - 1; at++) {
      char was = good.charAt(at);
      if (was != '\n' && was != '=') {
        char other = was == 'A' ? 'B' : 'A';
        String changed = good.substring(0, at) + other + good.substring(at + 1);
        assertFalse(verdict(signers, TEXT, changed).startsWith("trusted"), at + " " + changed);
      }
    }
  }

  @Test
  void anotherPurposeIsRefused() throws IOException {
    Path key = key("ada", "-t", "ed25519");
    assertEquals(
        "INVALID: the signature is for 'git', and not for 'strake-plan'",
        verdict(signers("", "ada"), TEXT, signedByOpenSsh(key, "git")));
    String good = signedByOpenSsh(key, PURPOSE);
    assertTrue(
        verdict(signers("namespaces=\"git,file\" ", "ada"), TEXT, good)
            .matches("UNKNOWN_KEY: the key SHA256:\\S+ may not sign for 'strake-plan'"));
    assertEquals(
        "trusted ada@example.net",
        verdict(signers("namespaces=\"git,strake-*\" ", "ada"), TEXT, good));
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    String good = TextSigner.of(key("ada", "-t", "ed25519")).sign(PURPOSE, TEXT);
    key("eve", "-t", "ed25519");
    assertTrue(
        verdict(signers("", "eve"), TEXT, good)
            .matches("UNKNOWN_KEY: the key SHA256:\\S+ is not among the allowed signers"));
  }

  @Test
  void aKeyOutsideItsTimeIsRefused() throws IOException {
    String good = TextSigner.of(key("ada", "-t", "ed25519")).sign(PURPOSE, TEXT);
    String expired = "EXPIRED: the key SHA256:\\S+ is not valid now";
    assertTrue(verdict(signers("valid-before=\"20260501Z\" ", "ada"), TEXT, good).matches(expired));
    assertTrue(
        verdict(signers("valid-after=\"202605010001Z\" ", "ada"), TEXT, good).matches(expired));
    assertEquals(
        "trusted ada@example.net",
        verdict(signers("valid-before=\"20260502Z\" ", "ada"), TEXT, good));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "signed",
        "-----BEGIN SSH SIGNATURE-----",
        "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAv////8=\n-----END SSH SIGNATURE-----\n",
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAf////8=\n-----END SSH SIGNATURE-----\n"
      })
  void whatIsNoSignatureIsRefused(String text) throws IOException {
    key("ada", "-t", "ed25519");
    assertEquals(
        "INVALID: the signature is none of SSH's, or is cut short",
        verdict(signers("", "ada"), TEXT, text));
  }

  @Test
  void withoutAFileOfSignersNobodyIsTrusted() throws IOException {
    String good = TextSigner.of(key("ada", "-t", "ed25519")).sign(PURPOSE, TEXT);
    assertTrue(
        verdict(folder.resolve("nowhere"), TEXT, good)
            .startsWith("NO_KEYS: the file of allowed signers cannot be read"));
  }

  @Test
  void keysThatCannotBeUsedAreNamedAndNotQuoted() throws IOException {
    Path secret = key("locked", "-t", "ed25519", "-N", "a passphrase");
    assertTrue(refusal(secret).contains("has a passphrase"), refusal(secret));
    Path other = Files.writeString(folder.resolve("other"), "token: hunter2\n");
    assertEquals(other + " is no private key of OpenSSH", refusal(other));
    assertTrue(refusal(folder.resolve("nowhere")).endsWith("is no file"));
    Path open = key("open", "-t", "ed25519");
    assertEquals(
        folder.resolve("open.pub") + " is no private key of OpenSSH",
        refusal(folder.resolve("open.pub")),
        open.toString());
  }

  private static String refusal(Path file) {
    return assertThrows(IOException.class, () -> TextSigner.of(file)).getMessage();
  }
}
