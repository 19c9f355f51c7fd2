package dev.strake.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent fetches, one commit without its history, over HTTP: it is enough to verify it. */
final class ShallowFetchTest {

  @TempDir Path folder;

  private GitCommand git;
  private GitHttpServer server;
  private RepositoryCache cache;

  @BeforeEach
  void init() throws IOException {
    git = GitCommand.init(folder.resolve("repo"));
    GitCommand.start(
        folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "ada", "-f", folder + "/ada");
    git.run("config", "gpg.format", "ssh");
    git.run("config", "user.signingKey", folder.resolve("ada").toString());
    for (int i = 0; i < 5; i++) {
      git.write("a.yaml", "number: " + i + "\n");
      git.commit("unsigned " + i);
    }
    server = GitHttpServer.serve(folder, "agent", "");
    cache = new RepositoryCache(folder.resolve("cache"), FetchLimits.DEFAULT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Fetch.Done fetch(GitReference reference, int depth) {
    RemoteAddress address = RemoteAddress.parse(server.url("repo/.git")).address().orElseThrow();
    return cache
        .fetch(new FetchRequest(address, new Credentials.None(), reference, depth))
        .match(
            done -> done,
            failed -> {
              throw new AssertionError(failed);
            });
  }

  private String verdict(GitReference reference, boolean commit, boolean tag) throws IOException {
    Fetch.Done fetched = fetch(reference, 1);
    String[] key = Files.readString(folder.resolve("ada.pub")).split(" ", 3);
    Path signers =
        Files.writeString(
            folder.resolve("signers"), "ada@example.com " + key[0] + " " + key[1] + "\n");
    SignaturePolicy policy =
        new SignaturePolicy(commit, tag, Optional.of(signers), Optional.empty(), List.of());
    try (GitRepository repository = GitRepository.around(fetched.repository()).orElseThrow()) {
      assertTrue(repository.isShallow());
      return new SignatureCheck(policy, Clock.systemUTC())
          .of(repository, fetched, reference)
          .match(trusted -> "trusted " + trusted.signer(), refused -> refused.reason().toString());
    }
  }

  private static GitReference main() {
    return GitReference.branch("main").orElseThrow();
  }

  @Test
  void aSignedCommitIsTrustedWithoutItsHistory() throws IOException {
    assertEquals("UNSIGNED", verdict(main(), true, false));
    git.run("commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "signed");
    assertEquals("trusted ada@example.com", verdict(main(), true, false));
    git.commit("unsigned again");
    assertEquals("UNSIGNED", verdict(main(), true, false), "of the commit, and not of its parent");
  }

  /** One that another's branch brought along is under the signature of who merged it. */
  @Test
  void aMergeIsWhatIsSigned() throws IOException {
    git.run("checkout", "--quiet", "-b", "side");
    git.write("b.yaml", "b: 1\n");
    git.commit("of a stranger");
    git.run("checkout", "--quiet", "main");
    git.run("merge", "--quiet", "--no-ff", "--gpg-sign", "--message", "merged", "side");
    assertEquals("trusted ada@example.com", verdict(main(), true, false));
  }

  @Test
  void aSignedTagIsTrustedWithoutTheHistoryOfItsCommit() throws IOException {
    GitReference tag = GitReference.tag("v1").orElseThrow();
    git.run("tag", "--sign", "--message", "release", "v1");
    assertEquals("trusted ada@example.com", verdict(tag, false, true));
    assertEquals("UNSIGNED", verdict(tag, true, true), "the tag is signed, its commit is not");
    git.write("a.yaml", "number: 6\n");
    git.commit("more");
    git.run("tag", "--force", "--annotate", "--message", "moved", "v1");
    assertEquals("UNSIGNED", verdict(tag, false, true));
  }

  @Test
  void whatIsOlderIsNotThereUntilItIsFetched() {
    Fetch.Done one = fetch(main(), 1);
    try (GitRepository repository = GitRepository.around(one.repository()).orElseThrow()) {
      assertEquals(Optional.empty(), repository.resolve(one.commit().id() + "~1"));
      Revision parent = new Revision(git.run("rev-parse", "HEAD~1"));
      assertEquals(Optional.empty(), repository.mergeBase(one.commit(), parent));
    }
    Fetch.Done three = fetch(main(), 3);
    try (GitRepository repository = GitRepository.around(three.repository()).orElseThrow()) {
      Revision older = repository.resolve(three.commit().id() + "~2").orElseThrow();
      assertEquals(Optional.of(older), repository.mergeBase(three.commit(), older));
      assertEquals(Optional.empty(), repository.resolve(three.commit().id() + "~3"));
    }
    try (GitRepository whole = GitRepository.around(folder.resolve("repo")).orElseThrow()) {
      assertFalse(whole.isShallow());
    }
  }
}
