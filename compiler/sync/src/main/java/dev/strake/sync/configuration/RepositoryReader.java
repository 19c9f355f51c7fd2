package dev.strake.sync.configuration;

import dev.strake.git.Credentials;
import dev.strake.git.GitReference;
import dev.strake.git.RemoteAddress;
import dev.strake.git.SignaturePolicy;
import dev.strake.sync.status.StatusHost;
import dev.strake.sync.status.StatusTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code spec.repositories}. */
final class RepositoryReader {

  private static final String FILE = "/etc/strake/secrets/file";

  private RepositoryReader() {}

  /** Empty if too little of it can be read; then that is reported. */
  static Optional<RepositoryConfiguration> read(Section section) {
    section.require("name", "clusters");
    Optional<String> name = section.read("name", "clusters", Texts::name);
    section.require("url", "https://git.example.com/acme/clusters.git");
    Optional<RemoteAddress> address =
        section.read("url", "https://git.example.com/acme/clusters.git", RepositoryReader::address);
    Optional<GitReference> reference = reference(section);
    Credentials credentials = credentials(section);
    SignaturePolicy signatures =
        section
            .section("signatures")
            .map(RepositoryReader::signatures)
            .orElse(SignaturePolicy.none());
    Optional<StatusTarget> status =
        section.section("status").flatMap(inner -> status(inner, address));
    section.end();
    if (name.isEmpty() || address.isEmpty() || reference.isEmpty()) {
      return Optional.empty();
    }
    fits(section, address.get(), credentials);
    return Optional.of(
        new RepositoryConfiguration(
            name.get(), address.get(), reference.get(), credentials, signatures, status));
  }

  private static RemoteAddress address(String text) {
    RemoteAddress.Parsed parsed = RemoteAddress.parse(text);
    return parsed.address().orElseThrow(() -> new IllegalArgumentException(parsed.problem()));
  }

  private static void fits(Section section, RemoteAddress address, Credentials credentials) {
    boolean ssh = address.transport() == RemoteAddress.Transport.SSH;
    if (ssh && !(credentials instanceof Credentials.Key)) {
      section.report(
          "credentials",
          "a repository over SSH needs a key and the host's own",
          "write credentials.ssh with key and knownHosts");
    }
    if (!ssh && credentials instanceof Credentials.Key) {
      section.report(
          "credentials",
          "a key is of no use for " + address,
          "write credentials.token, or an ssh:// address");
    }
  }

  private static Optional<GitReference> reference(Section section) {
    List<Optional<GitReference>> found = new ArrayList<>();
    found.add(reference(section, "branch", "main", GitReference::branch));
    found.add(reference(section, "tag", "v1.2.3", GitReference::tag));
    found.add(reference(section, "commit", "forty hexadecimal digits", GitReference::commit));
    int count = 0;
    for (String name : List.of("branch", "tag", "commit")) {
      count += section.has(name) ? 1 : 0;
    }
    if (count != 1) {
      section.report(
          count == 0 ? "branch" : section.has("commit") ? "commit" : "tag",
          "of branch, tag and commit there must be one",
          "write branch: main");
      return Optional.empty();
    }
    return found.stream().flatMap(Optional::stream).findFirst();
  }

  private static Optional<GitReference> reference(
      Section section,
      String name,
      String example,
      Function<String, Optional<GitReference>> reading) {
    return section.read(
        name,
        example,
        text ->
            reading
                .apply(text)
                .orElseThrow(() -> new IllegalArgumentException("there can be no such " + name)));
  }

  private static Credentials credentials(Section section) {
    Optional<Section> found = section.section("credentials");
    if (found.isEmpty()) {
      return new Credentials.None();
    }
    Section credentials = found.get();
    Optional<Section> token = credentials.section("token");
    Optional<Section> ssh = credentials.section("ssh");
    Optional<Path> authorities = credentials.read("authorities", FILE, Texts::file);
    credentials.end();
    if (token.isPresent() && ssh.isPresent()) {
      section.report(
          "credentials",
          "there are a token and a key",
          "leave out what the address has no use for");
    }
    if (ssh.isPresent()) {
      return key(ssh.get());
    }
    if (token.isPresent()) {
      return token(token.get(), authorities);
    }
    return authorities
        .<Credentials>map(Credentials.Anonymous::new)
        .orElseGet(Credentials.None::new);
  }

  private static Credentials token(Section token, Optional<Path> authorities) {
    token.require("file", FILE);
    Optional<Path> file = token.read("file", FILE, Texts::file);
    String user = token.text("user").orElse("git");
    token.end();
    return file.<Credentials>map(path -> new Credentials.Token(user, path, authorities))
        .orElseGet(Credentials.None::new);
  }

  private static Credentials key(Section ssh) {
    ssh.require("key", FILE);
    ssh.require("knownHosts", FILE);
    Optional<Path> key = ssh.read("key", FILE, Texts::file);
    Optional<Path> known = ssh.read("knownHosts", FILE, Texts::file);
    ssh.end();
    // What is missing is reported; the pair is never used.
    return new Credentials.Key(key.orElse(Path.of("/")), known.orElse(Path.of("/")));
  }

  private static SignaturePolicy signatures(Section section) {
    List<String> verify = section.texts("verify");
    for (String word : verify) {
      if (!word.equals("commit") && !word.equals("tag")) {
        section.report("verify", word + " cannot be verified", "write verify: [commit, tag]");
      }
    }
    Optional<Path> signers = section.read("allowedSigners", FILE, Texts::file);
    Optional<Path> keyring = section.read("keyring", FILE, Texts::file);
    List<String> principals = section.texts("principals");
    section.end();
    if (verify.isEmpty()) {
      section.report("verify", "nothing is verified", "write verify: [commit]");
    } else if (signers.isEmpty() && keyring.isEmpty()) {
      section.report(
          "allowedSigners",
          "there is nobody whose signature would be trusted",
          "write allowedSigners for SSH keys, keyring for OpenPGP ones");
    }
    return new SignaturePolicy(
        verify.contains("commit"), verify.contains("tag"), signers, keyring, principals);
  }

  private static Optional<StatusTarget> status(Section section, Optional<RemoteAddress> address) {
    section.require("host", "github");
    Optional<StatusHost> host =
        section.read(
            "host",
            "github, gitlab, gitea or bitbucket",
            text ->
                StatusHost.of(text)
                    .orElseThrow(() -> new IllegalArgumentException("nobody knows this host")));
    Optional<String> api = section.read("api", "https://git.example.com", RepositoryReader::api);
    section.require("token", FILE);
    Optional<Path> token = section.read("token", FILE, Texts::file);
    Optional<String> repository =
        section.text("repository").or(() -> address.map(RepositoryReader::path));
    section.end();
    Optional<String> base = api.or(() -> host.flatMap(StatusHost::api));
    if (host.isPresent() && base.isEmpty()) {
      section.report(
          "api", "this host has no public address", "write api: https://git.example.com");
    }
    if (host.isEmpty() || base.isEmpty() || token.isEmpty() || repository.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new StatusTarget(host.get(), base.get(), repository.get(), token.get()));
  }

  /** {@code acme/clusters}. */
  private static String path(RemoteAddress address) {
    return address.repository().substring(address.repository().indexOf('/') + 1);
  }

  private static String api(String text) {
    boolean loopback = text.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?");
    if (!loopback && !text.matches("https://[A-Za-z0-9.-]+(:\\d+)?(/[A-Za-z0-9._~/-]*)?")) {
      throw new IllegalArgumentException("it is no https:// address without a query");
    }
    return text.replaceAll("/+$", "");
  }
}
