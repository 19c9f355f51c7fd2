package dev.strake.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.git.SignatureVerdict.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures that the real git, ssh-keygen and gpg made. */
final class SignatureCheckTest {

  @TempDir Path folder;

  private GitCommand git;
  private Clock clock = Clock.systemUTC();

  @BeforeEach
  void init() throws IOException {
    git = GitCommand.init(folder.resolve("repo"));
    git.write("a.yaml", "a");
    git.commit("unsigned");
    git.run("config", "gpg.format", "ssh");
    git.run("config", "user.signingKey", key("ada").toString());
  }

  private Path key(String name) {
    Path key = folder.resolve(name);
    if (!Files.exists(key)) {
      GitCommand.start(
          folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key.toString());
    }
    return key;
  }

  /** A line of allowed signers for a key. */
  private String allowed(String principals, String options, String key) throws IOException {
    String[] words = Files.readString(folder.resolve(key + ".pub")).split(" ", 3);
    return principals + " " + options + words[0] + " " + words[1] + "\n";
  }

  private SignaturePolicy signers(String... lines) throws IOException {
    Path file = Files.createTempFile(folder, "signers", "");
    Files.writeString(file, String.join("", lines));
    return new SignaturePolicy(true, false, Optional.of(file), Optional.empty(), List.of());
  }

  private static SignaturePolicy of(SignaturePolicy policy, boolean commit, boolean tag) {
    return new SignaturePolicy(
        commit, tag, policy.allowedSigners(), policy.keyring(), policy.principals());
  }

  private static SignaturePolicy by(SignaturePolicy policy, String... principals) {
    return new SignaturePolicy(
        policy.commit(),
        policy.tag(),
        policy.allowedSigners(),
        policy.keyring(),
        List.of(principals));
  }

  private String verdict(SignaturePolicy policy) {
    return verdict(policy, GitReference.branch("main").orElseThrow(), "refs/heads/main");
  }

  private String verdict(SignaturePolicy policy, GitReference reference, String name) {
    try (GitRepository repository = GitRepository.around(folder.resolve("repo")).orElseThrow()) {
      Revision commit = repository.resolve(name).orElseThrow();
      Revision target = new Revision(git.run("rev-parse", name));
      return new SignatureCheck(policy, clock)
          .of(repository, new Fetch.Done(folder, commit, target), reference)
          .match(
              trusted -> "trusted " + trusted.signer(),
              refused -> refused.reason() + ": " + refused.message());
    }
  }

  private void assertRefused(Reason reason, String verdict) {
    assertTrue(verdict.startsWith(reason + ": "), verdict);
  }

  private void commitSigned() {
    git.run("commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "signed");
  }

  @Test
  void aCommitOfAnAllowedSignerIsTrusted() throws IOException {
    commitSigned();
    assertEquals(
        "trusted ada@example.net",
        verdict(signers(allowed("ada@example.net", "namespaces=\"git\" ", "ada"))));
    assertEquals(
        "trusted ada@example.net", verdict(signers(allowed("ada@example.net", "", "ada"))));
  }

  @Test
  void withoutAPolicyNothingNeedBeSigned() {
    assertEquals("trusted ", verdict(SignaturePolicy.none()));
  }

  @Test
  void anUnsignedCommitIsRefused() throws IOException {
    assertRefused(Reason.UNSIGNED, verdict(signers(allowed("ada@example.net", "", "ada"))));
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    commitSigned();
    key("eve");
    assertRefused(Reason.UNKNOWN_KEY, verdict(signers(allowed("eve@example.net", "", "eve"))));
    assertRefused(Reason.UNKNOWN_KEY, verdict(signers("")));
  }

  @Test
  void aKeyForAnotherPurposeIsRefused() throws IOException {
    commitSigned();
    assertRefused(
        Reason.UNKNOWN_KEY,
        verdict(signers(allowed("ada@example.net", "namespaces=\"file\" ", "ada"))));
  }

  @Test
  void aKeyOutsideItsTimeIsRefused() throws IOException {
    // Commits of this test say that they were made on 2026-01-02.
    commitSigned();
    assertRefused(
        Reason.EXPIRED,
        verdict(signers(allowed("ada@example.net", "valid-before=\"20251231\" ", "ada"))));
    assertRefused(
        Reason.EXPIRED,
        verdict(signers(allowed("ada@example.net", "valid-after=\"20260601\" ", "ada"))));
    assertEquals(
        "trusted ada@example.net",
        verdict(
            signers(
                allowed(
                    "ada@example.net",
                    "valid-after=\"20251231\",valid-before=\"21000101\" ",
                    "ada"))));
  }

  @Test
  void aCommitThatIsDatedBackDoesNotBringAKeyBack() throws IOException {
    commitSigned();
    assertRefused(
        Reason.EXPIRED,
        verdict(signers(allowed("ada@example.net", "valid-before=\"20260301\" ", "ada"))));
  }

  @Test
  void onlyThoseWhoMayMay() throws IOException {
    commitSigned();
    SignaturePolicy policy = signers(allowed("ada@example.net", "", "ada"));
    assertEquals("trusted ada@example.net", verdict(by(policy, "ada@example.net")));
    assertRefused(Reason.WRONG_PRINCIPAL, verdict(by(policy, "eve@example.net")));
    assertRefused(Reason.WRONG_PRINCIPAL, verdict(by(policy, "ada@example.ne")));
  }

  @Test
  void aFileOfAllowedSignersIsReadAsOpenSshReadsIt() throws IOException {
    commitSigned();
    key("eve");
    String ada = allowed("ada@example.net", "", "ada");
    for (String options :
        List.of(
            "namespaces=\"file,git\" ",
            "namespaces=\"g*\" ",
            "NAMESPACES=\"g?t\" ",
            "namespaces=\"git\",valid-after=\"20260101Z\" ",
            "valid-after=\"202601020304Z\" ",
            "valid-after=\"20260102030405Z\" ")) {
      assertEquals(
          "trusted ada@example.net",
          verdict(signers("# a comment\n", "\n", allowed("ada@example.net", options, "ada"))),
          options);
    }
    assertRefused(
        Reason.EXPIRED,
        verdict(signers(allowed("ada@example.net", "valid-after=\"20260102030406Z\" ", "ada"))));
    assertRefused(
        Reason.EXPIRED,
        verdict(signers(allowed("ada@example.net", "valid-before=\"20260102030405Z\" ", "ada"))));
    assertRefused(
        Reason.UNKNOWN_KEY,
        verdict(signers(allowed("ada@example.net", "namespaces=\"*,!git\" ", "ada"))));
    // A second line for the same key may be the one that counts.
    assertEquals(
        "trusted bo@example.net,ada@example.net",
        verdict(
            signers(
                allowed("eve@example.net", "", "eve"),
                allowed("ada@example.net", "valid-before=\"20200101\" ", "ada"),
                allowed("bo@example.net,ada@example.net", "", "ada"))));
    for (String broken :
        List.of(
            "ada@example.net\n",
            "ada@example.net ssh-ed25519\n",
            allowed("ada@example.net", "valid-before=\"20261301\" ", "ada"),
            allowed("ada@example.net", "valid-before=\"soon\" ", "ada"),
            allowed("ada@example.net", "cert-authority ", "ada"),
            allowed("ada@example.net", "no-touch ", "ada"))) {
      String verdict = verdict(signers(ada, broken));
      assertRefused(Reason.NO_KEYS, verdict);
      assertTrue(verdict.contains("line 2 of "), verdict);
    }
  }

  @Test
  void aSignatureIsOfItsCommitOnly() throws IOException {
    commitSigned();
    String signed = git.run("cat-file", "commit", "HEAD");
    SignaturePolicy policy = signers(allowed("ada@example.net", "", "ada"));
    git.write("forged", signed.replace("\n\nsigned", "\n\nforged") + "\n");
    String forged =
        git.run("hash-object", "-t", "commit", "-w", folder.resolve("repo/forged").toString());
    assertRefused(
        Reason.INVALID, verdict(policy, GitReference.commit(forged).orElseThrow(), forged));

    String signature = signed.substring(signed.indexOf("gpgsig"), signed.indexOf("\n\nsigned"));
    git.write("twice", signed.replace("\n\nsigned", "\n" + signature + "\n\nsigned") + "\n");
    String twice =
        git.run("hash-object", "-t", "commit", "-w", folder.resolve("repo/twice").toString());
    assertRefused(
        Reason.UNSIGNED, verdict(policy, GitReference.commit(twice).orElseThrow(), twice));
  }

  @Test
  void keysThatCannotBeReadTrustNobody() throws IOException {
    commitSigned();
    SignaturePolicy missing =
        new SignaturePolicy(
            true, false, Optional.of(folder.resolve("none")), Optional.empty(), List.of());
    assertRefused(Reason.NO_KEYS, verdict(missing));
    assertRefused(
        Reason.NO_KEYS,
        verdict(new SignaturePolicy(true, false, Optional.empty(), Optional.empty(), List.of())));
  }

  @Test
  void aSignedTagIsTrustedUnderItsOwnName() throws IOException {
    git.run("tag", "--sign", "--message", "release", "v1");
    git.run("tag", "--annotate", "--message", "release", "v2");
    git.run("tag", "light");
    git.run("update-ref", "refs/tags/v9", git.run("rev-parse", "refs/tags/v1"));
    git.run("tag", "--sign", "--message", "tag of a tag", "v3", "v1");
    SignaturePolicy policy = of(signers(allowed("ada@example.net", "", "ada")), false, true);

    assertEquals("trusted ada@example.net", tag(policy, "v1"));
    assertRefused(Reason.UNSIGNED, tag(policy, "v2"));
    assertRefused(Reason.UNSIGNED, tag(policy, "light"));
    assertRefused(Reason.INVALID, tag(policy, "v9"));
    assertRefused(Reason.INVALID, tag(policy, "v3"));
    assertRefused(Reason.UNSIGNED, verdict(policy));
    // The tag is signed, and the commit that it leads to is not.
    assertRefused(Reason.UNSIGNED, tag(of(policy, true, true), "v1"));
    commitSigned();
    git.run("tag", "--sign", "--message", "release", "v4");
    assertEquals("trusted ada@example.net", tag(of(policy, true, true), "v4"));
  }

  private String tag(SignaturePolicy policy, String name) {
    return verdict(policy, GitReference.tag(name).orElseThrow(), "refs/tags/" + name);
  }

  @Test
  void openPgpSignaturesAreComparedWithTheKeyringOnly() throws IOException {
    Assumptions.assumeTrue(GitCommand.exists("gpg"), "there is no gpg");
    try (GpgHome gpg = GpgHome.in(Files.createTempDirectory("gpg"))) {
      String ada = gpg.generate("Ada <ada@example.net>", "never");
      git.run("config", "gpg.format", "openpgp");
      git.run("config", "user.signingKey", ada);
      git.run("config", "gpg.program", gpg.program().toString());
      commitSigned();
      git.run("tag", "--sign", "--message", "release", "v1");
      Path keyring = gpg.export(folder.resolve("ada.asc"), ada);
      SignaturePolicy policy =
          new SignaturePolicy(true, false, Optional.empty(), Optional.of(keyring), List.of());

      assertEquals("trusted Ada <ada@example.net>", verdict(policy));
      assertEquals("trusted Ada <ada@example.net>", tag(of(policy, false, true), "v1"));
      assertEquals("trusted Ada <ada@example.net>", verdict(by(policy, "ada@example.net")));
      assertRefused(Reason.WRONG_PRINCIPAL, verdict(by(policy, "eve@example.net")));

      String eve = gpg.generate("Eve <eve@example.net>", "never");
      SignaturePolicy others =
          new SignaturePolicy(
              true,
              false,
              Optional.empty(),
              Optional.of(gpg.export(folder.resolve("eve.asc"), eve)),
              List.of());
      assertRefused(Reason.UNKNOWN_KEY, verdict(others));

      // A keyring of two holds either's.
      Path both = gpg.export(folder.resolve("both.asc"), ada, eve);
      assertEquals(
          "trusted Ada <ada@example.net>",
          verdict(
              new SignaturePolicy(true, false, Optional.empty(), Optional.of(both), List.of())));

      Files.writeString(folder.resolve("broken.asc"), "no keys\n");
      assertRefused(
          Reason.NO_KEYS,
          verdict(
              new SignaturePolicy(
                  true,
                  false,
                  Optional.empty(),
                  Optional.of(folder.resolve("broken.asc")),
                  List.of())));
    }
  }

  @Test
  void anExpiredOrRevokedOpenPgpKeyIsRefused() throws IOException {
    Assumptions.assumeTrue(GitCommand.exists("gpg"), "there is no gpg");
    try (GpgHome gpg = GpgHome.in(Files.createTempDirectory("gpg"))) {
      String ada = gpg.generate("Ada <ada@example.net>", "1d");
      git.run("config", "gpg.format", "openpgp");
      git.run("config", "user.signingKey", ada);
      git.run("config", "gpg.program", gpg.program().toString());
      commitSigned();
      Path keyring = gpg.export(folder.resolve("ada.asc"), ada);
      SignaturePolicy policy =
          new SignaturePolicy(true, false, Optional.empty(), Optional.of(keyring), List.of());

      assertEquals("trusted Ada <ada@example.net>", verdict(policy));
      clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
      assertRefused(Reason.EXPIRED, verdict(policy));
      clock = Clock.systemUTC();
      gpg.revoke(ada);
      gpg.export(keyring, ada);
      assertRefused(Reason.EXPIRED, verdict(policy));
    }
  }
}
