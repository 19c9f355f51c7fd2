package dev.strake.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.git.Fetch.Cause;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from repositories of the real git: over files, its HTTP backend and OpenSSH. */
final class RepositoryCacheTest {

  private static final String TOKEN = "t0ken-of-the-agent";

  @TempDir Path folder;

  private GitCommand git;
  private Path remote;
  private RepositoryCache cache;

  @BeforeEach
  void init() throws IOException {
    remote = folder.resolve("remote");
    git = GitCommand.init(remote);
    git.write("clusters/prod/cluster.yaml", "one");
    git.commit("one");
    cache = new RepositoryCache(folder.resolve("cache"), FetchLimits.DEFAULT);
  }

  private static RemoteAddress address(String url) {
    RemoteAddress.Parsed parsed = RemoteAddress.parse(url);
    return parsed.address().orElseThrow(() -> new AssertionError(url + ": " + parsed.problem()));
  }

  private RemoteAddress local() {
    return address("file://" + remote);
  }

  private static GitReference main() {
    return GitReference.branch("main").orElseThrow();
  }

  private Fetch fetch(RemoteAddress address, Credentials credentials) {
    return cache.fetch(new FetchRequest(address, credentials, main(), 1));
  }

  private static Fetch.Done done(Fetch fetch) {
    return fetch.match(
        done -> done,
        failed -> {
          throw new AssertionError(failed);
        });
  }

  private static Fetch.Failed failed(Fetch fetch) {
    return fetch.match(
        done -> {
          throw new AssertionError(done);
        },
        failed -> failed);
  }

  private static String cluster(Fetch.Done done) {
    try (GitRepository repository = GitRepository.around(done.repository()).orElseThrow()) {
      return repository
          .tree(done.commit(), "")
          .file("clusters/prod/cluster.yaml")
          .orElseThrow()
          .read()
          .match(bytes -> new String(bytes, StandardCharsets.UTF_8), refused -> refused);
    }
  }

  private static int history(Fetch.Done done) {
    return GitCommand.in(done.repository())
        .run("rev-list", done.commit().id())
        .split("\n", -1)
        .length;
  }

  @Test
  void aBranchIsFollowedWithoutItsHistory() throws IOException {
    git.write("clusters/prod/cluster.yaml", "two");
    String two = git.commit("two");
    Fetch.Done first = done(fetch(local(), new Credentials.None()));
    assertEquals(two, first.commit().id());
    assertEquals("two", cluster(first));
    assertEquals(1, history(first));

    git.write("clusters/prod/cluster.yaml", "three");
    String three = git.commit("three");
    Fetch.Done second = done(fetch(local(), new Credentials.None()));
    assertEquals(three, second.commit().id());
    assertEquals("three", cluster(second));
    assertEquals(first.repository(), second.repository());
    // What was read before can still be read.
    assertEquals("two", cluster(first));
  }

  @Test
  void moreHistoryIsFetchedForABase() throws IOException {
    for (int i = 0; i < 5; i++) {
      git.commit("more " + i);
    }
    assertEquals(1, history(done(fetch(local(), new Credentials.None()))));
    Fetch.Done deep =
        done(cache.fetch(new FetchRequest(local(), new Credentials.None(), main(), 4)));
    assertEquals(4, history(deep));
  }

  @Test
  void aTagAndACommitAreFollowedToo() throws IOException {
    String one = git.run("rev-parse", "HEAD");
    git.run("tag", "--annotate", "--message", "release", "v1");
    git.run("tag", "light");
    git.write("clusters/prod/cluster.yaml", "two");
    git.commit("two");
    String two = git.run("rev-parse", "HEAD");
    git.commit("three");
    git.run("config", "uploadpack.allowAnySHA1InWant", "true");

    Fetch.Done tag = reference(GitReference.tag("v1"));
    assertEquals(one, tag.commit().id());
    assertEquals(git.run("rev-parse", "refs/tags/v1"), tag.target().id());
    Fetch.Done light = reference(GitReference.tag("light"));
    assertEquals(light.commit(), light.target());
    assertEquals(one, reference(GitReference.commit(one)).commit().id());
    assertEquals("two", cluster(reference(GitReference.commit(two))));

    // A tag that moved is followed where it went; whether it may move is for a signature to say.
    git.run("tag", "--force", "light", "HEAD");
    assertNotEquals(one, reference(GitReference.tag("light")).commit().id());
  }

  private Fetch.Done reference(Optional<GitReference> reference) {
    return done(
        cache.fetch(new FetchRequest(local(), new Credentials.None(), reference.orElseThrow(), 1)));
  }

  @Test
  void aBranchThatWasRewrittenIsFollowed() throws IOException {
    fetch(local(), new Credentials.None());
    git.run("commit", "--quiet", "--amend", "--message", "rewritten");
    assertEquals(
        git.run("rev-parse", "HEAD"), done(fetch(local(), new Credentials.None())).commit().id());
  }

  @Test
  void whatIsNotThereIsSaidToBeNotThere() {
    Fetch.Failed branch =
        failed(
            cache.fetch(
                new FetchRequest(
                    local(),
                    new Credentials.None(),
                    GitReference.branch("none").orElseThrow(),
                    1)));
    assertEquals(Cause.NOT_FOUND, branch.cause(), branch.message());
    Fetch.Failed repository =
        failed(fetch(address("file://" + folder.resolve("nowhere")), new Credentials.None()));
    assertEquals(Cause.NOT_FOUND, repository.cause(), repository.message());
  }

  @Test
  void aBranchThatWentIsNotDeployedFromTheCache() throws IOException {
    fetch(local(), new Credentials.None());
    git.run("branch", "--move", "main", "gone");
    assertEquals(Cause.NOT_FOUND, failed(fetch(local(), new Credentials.None())).cause());
  }

  @Test
  void whatHooksAndConfigurationSayIsNotDone() throws IOException {
    Path proof = folder.resolve("proof");
    for (String hook : List.of("post-checkout", "pre-receive", "post-update", "post-merge")) {
      Path script = remote.resolve(".git/hooks/" + hook);
      Files.writeString(script, "#!/bin/sh\ntouch " + proof + "\n");
      assertTrue(script.toFile().setExecutable(true));
    }
    git.write(".gitattributes", "* filter=evil\n");
    git.run("config", "uploadpack.packObjectsHook", "touch " + proof);
    git.commit("attributes");
    done(fetch(local(), new Credentials.None()));
    assertFalse(Files.exists(proof));
  }

  @Test
  void aDamagedCacheIsFetchedAnew() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    Files.write(remote.resolve("noise"), noise);
    git.commit("noise");
    Fetch.Done first = done(fetch(local(), new Credentials.None()));

    for (String damage : List.of("flip", "truncate", "delete", "head")) {
      Fetch.Done before = done(fetch(local(), new Credentials.None()));
      damage(before.repository(), damage);
      // Another process: what this one has checked before is forgotten.
      cache = new RepositoryCache(folder.resolve("cache"), FetchLimits.DEFAULT);
      Fetch.Done after = done(fetch(local(), new Credentials.None()));
      assertEquals(first.commit(), after.commit(), damage);
      // Objects that are not there at all are fetched into the copy that lacks them.
      assertEquals(damage.equals("delete"), before.repository().equals(after.repository()), damage);
      assertEquals("one", cluster(after), damage);
    }
    try (Stream<Path> copies = Files.list(first.repository().getParent())) {
      assertEquals(2, copies.count(), "one that counts, and the one before it");
    }
  }

  private static void damage(Path repository, String how) throws IOException {
    Path pack;
    try (Stream<Path> files = Files.list(repository.resolve("objects/pack"))) {
      pack = files.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
    }
    assertTrue(pack.toFile().setWritable(true));
    switch (how) {
      case "flip" -> {
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
          file.seek(file.length() / 2);
          int was = file.read();
          file.seek(file.length() / 2);
          file.write(was ^ 0x55);
        }
      }
      case "truncate" -> {
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
          file.setLength(100);
        }
      }
      case "delete" -> Files.delete(pack);
      default -> Files.delete(repository.resolve("HEAD"));
    }
  }

  @Test
  void anAttemptThatWasKilledLeavesNothingThatCounts() throws IOException {
    Fetch.Done first = done(fetch(local(), new Credentials.None()));
    Path half = Files.createDirectories(first.repository().resolveSibling("building/objects"));
    Files.writeString(half.resolve("junk"), "junk");
    damage(first.repository(), "truncate");
    cache = new RepositoryCache(folder.resolve("cache"), FetchLimits.DEFAULT);
    assertEquals("one", cluster(done(fetch(local(), new Credentials.None()))));
    assertFalse(Files.exists(half));
  }

  @Test
  void aTokenOpensARepositoryOverHttp() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Credentials credentials = new Credentials.Token("agent", token, Optional.empty());
    try (GitHttpServer server = GitHttpServer.serve(folder, "agent", TOKEN)) {
      RemoteAddress address = address(server.url("remote/.git"));
      assertEquals("one", cluster(done(fetch(address, credentials))));

      Files.writeString(token, "wrong");
      Fetch.Failed refused = failed(fetch(address, credentials));
      assertEquals(Cause.REFUSED, refused.cause(), refused.message());
      Fetch.Failed anonymous = failed(fetch(address, new Credentials.None()));
      assertEquals(Cause.REFUSED, anonymous.cause(), anonymous.message());
      Files.writeString(token, TOKEN);
      git.write("clusters/prod/cluster.yaml", "rotated");
      git.commit("rotated");
      assertEquals("rotated", cluster(done(fetch(address, credentials))));

      Files.delete(token);
      Fetch.Failed missing = failed(fetch(address, credentials));
      assertTrue(missing.message().contains(token.toString()), missing.message());
    }
  }

  @Test
  void noTokenIsSaidAndNoneGoesElsewhere() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    Credentials credentials = new Credentials.Token("agent", token, Optional.empty());
    try (GitHttpServer server = GitHttpServer.serve(folder, "agent", TOKEN);
        GitHttpServer other = GitHttpServer.serve(folder, "agent", TOKEN)) {
      RemoteAddress address = address(server.url("remote/.git"));
      server.answerWith("redirect " + other.url("remote/.git/info/refs?service=git-upload-pack"));
      Fetch.Failed redirected = failed(fetch(address, credentials));
      assertEquals(Cause.REFUSED, redirected.cause(), redirected.message());
      assertEquals(List.of(), other.authorizations());

      server.answerWith("your token is " + TOKEN + "\u001b[31m");
      Fetch.Failed quoted = failed(fetch(address, credentials));
      assertFalse(quoted.message().contains(TOKEN), quoted.message());
      assertFalse(quoted.message().contains("\u001b"), quoted.message());
    }
  }

  @Test
  void aRemoteThatSendsTooMuchIsCutOff() throws IOException {
    byte[] noise = new byte[3_000_000];
    new Random(1).nextBytes(noise);
    Files.write(remote.resolve("noise"), noise);
    git.commit("noise");
    cache =
        new RepositoryCache(
            folder.resolve("cache"),
            new FetchLimits(1_000_000, Duration.ofMinutes(1), Duration.ofSeconds(10)));
    try (GitHttpServer server = GitHttpServer.serve(folder, "agent", "")) {
      Fetch.Failed failed =
          failed(fetch(address(server.url("remote/.git")), new Credentials.None()));
      assertEquals(
          new Fetch.Failed(Cause.OVER_LIMIT, "the remote sends more than 1000000 bytes"), failed);
    }
    try (Stream<Path> left = Files.walk(folder.resolve("cache"))) {
      assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void aFetchThatTakesTooLongIsCutOff() throws IOException {
    long[] now = {0};
    cache =
        new RepositoryCache(
            folder.resolve("cache"),
            new FetchLimits(1 << 30, Duration.ofSeconds(10), Duration.ofSeconds(10)),
            () -> now[0] += Duration.ofSeconds(4).toNanos());
    try (GitHttpServer server = GitHttpServer.serve(folder, "agent", "")) {
      Fetch.Failed failed =
          failed(fetch(address(server.url("remote/.git")), new Credentials.None()));
      assertEquals(new Fetch.Failed(Cause.OVER_LIMIT, "it takes longer than 10 s"), failed);
    }
  }

  @Test
  void aRemoteThatSaysNothingIsGivenUp() throws IOException {
    cache =
        new RepositoryCache(
            folder.resolve("cache"),
            new FetchLimits(1 << 30, Duration.ofMinutes(1), Duration.ofSeconds(1)));
    try (ServerSocket silent = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      RemoteAddress address = address("http://127.0.0.1:" + silent.getLocalPort() + "/r.git");
      Fetch.Failed failed = failed(fetch(address, new Credentials.None()));
      assertEquals(Cause.UNREACHABLE, failed.cause(), failed.message());
    }
    RemoteAddress closed = address("http://127.0.0.1:1/r.git");
    assertEquals(Cause.UNREACHABLE, failed(fetch(closed, new Credentials.None())).cause());
  }

  @Test
  void aKeyOpensARepositoryOverSshOfAHostThatIsKnown() throws Exception {
    Assumptions.assumeTrue(SshServer.isThere(), "there is no sshd");
    Path key = key("agent");
    Path stranger = key("stranger");
    try (SshServer server = SshServer.start(folder.resolve("sshd"), folder.resolve("agent.pub"));
        SshServer other = SshServer.start(folder.resolve("other"), folder.resolve("agent.pub"))) {
      RemoteAddress address = address(server.url(remote));
      Path known = Files.writeString(folder.resolve("known"), server.knownHost());
      assertEquals("one", cluster(done(fetch(address, new Credentials.Key(key, known)))));

      Fetch.Failed unknown =
          failed(
              fetch(
                  address,
                  new Credentials.Key(key, Files.writeString(folder.resolve("empty"), ""))));
      assertEquals(Cause.REFUSED, unknown.cause(), unknown.message());
      assertEquals("", Files.readString(folder.resolve("empty")), "no host is learnt");

      String changed =
          server.knownHost().split(" ", 2)[0] + " " + other.knownHost().split(" ", 2)[1];
      Fetch.Failed swapped =
          failed(
              fetch(
                  address,
                  new Credentials.Key(key, Files.writeString(folder.resolve("changed"), changed))));
      assertEquals(Cause.REFUSED, swapped.cause(), swapped.message());

      Fetch.Failed notOurs = failed(fetch(address, new Credentials.Key(stranger, known)));
      assertEquals(Cause.REFUSED, notOurs.cause(), notOurs.message());
      Fetch.Failed keyless = failed(fetch(address, new Credentials.None()));
      assertTrue(keyless.message().contains("needs a key"), keyless.message());
      Fetch.Failed missing =
          failed(fetch(address, new Credentials.Key(folder.resolve("none"), known)));
      assertTrue(missing.message().contains("cannot be read"), missing.message());
    }
  }

  private Path key(String name) {
    Path key = folder.resolve(name);
    GitCommand.start(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    return key;
  }

  @Test
  void addressesThatLeakOrCanBeChangedOnTheWayAreRefused() {
    for (String bad :
        List.of(
            "",
            "http://git.example.net/a.git",
            "git://git.example.net/a.git",
            "ftp://git.example.net/a.git",
            "ext::sh -c touch% /tmp/x",
            "https://user:password@git.example.net/a.git",
            "https://token@git.example.net/a.git",
            "https://git.example.net/",
            "https:///a.git",
            "ssh://-oProxyCommand=x/a.git",
            "-oProxyCommand=x:a.git",
            "relative/path",
            "https://git.example.net/a\n.git",
            "https://git.example.net/" + "a".repeat(3000))) {
      assertFalse(RemoteAddress.parse(bad).address().isPresent(), bad);
      assertFalse(RemoteAddress.parse(bad).problem().contains("password@"), bad);
    }
  }

  @Test
  void oneRepositoryIsOneByWhicheverWayItIsReached() {
    for (String url :
        List.of(
            "https://Git.Example.net/acme/clusters.git",
            "https://git.example.net/acme/clusters",
            "https://git.example.net:8443/acme/clusters/",
            "ssh://git@git.example.net:7999/acme/clusters.git",
            "git@git.example.net:acme/clusters.git")) {
      assertEquals("git.example.net/acme/clusters", address(url).repository(), url);
    }
  }

  @Test
  void namesThatNoReferenceCanHaveAreRefused() {
    for (String bad : List.of("", "a..b", "a b", "../x", "x.lock", "a~1", "a:b", "-")) {
      boolean fine = bad.equals("-");
      assertEquals(fine, GitReference.branch(bad).isPresent(), bad);
    }
    assertFalse(GitReference.commit("main").isPresent());
    assertFalse(GitReference.commit("0".repeat(39)).isPresent());
  }
}
