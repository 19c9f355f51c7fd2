package dev.strake.sync.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what little counts out of a push's JSON; of whichever host, since their names differ. */
final class PushReader {

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int LONGEST_URL = 2048;
  private static final int LONGEST_REFERENCE = 512;
  private static final int MOST = 64;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxStringLength(LONGEST_TEXT)
                      .maxNumberLength(100)
                      .build())
              .build());

  /** Of GitHub, Gitea, GitLab and Bitbucket Cloud, below the repository or the project. */
  private static final List<String> ADDRESSES =
      List.of("clone_url", "ssh_url", "html_url", "git_http_url", "git_ssh_url", "web_url");

  private PushReader() {}

  /** Empty if it is no JSON or names no repository. */
  static Optional<PushHint> read(byte[] body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (root == null || !root.isObject()) {
      return Optional.empty();
    }
    Set<String> repositories = new LinkedHashSet<>();
    addresses(root.path("repository"), repositories);
    addresses(root.path("project"), repositories);
    if (repositories.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new PushHint(repositories, references(root), commit(root)));
  }

  private static void addresses(JsonNode repository, Set<String> found) {
    for (String name : ADDRESSES) {
      address(repository.path(name), found);
    }
    JsonNode links = repository.path("links");
    address(links.path("html").path("href"), found);
    for (JsonNode link : links.path("clone")) {
      address(link.path("href"), found);
    }
  }

  private static void address(JsonNode url, Set<String> found) {
    if (url.isTextual() && !url.textValue().isEmpty() && url.textValue().length() <= LONGEST_URL) {
      add(url.textValue(), found);
    }
  }

  private static Set<String> references(JsonNode root) {
    Set<String> found = new LinkedHashSet<>();
    reference(root.path("ref").asText(""), found);
    for (JsonNode change : root.path("changes")) {
      reference(change.path("ref").path("id").asText(""), found);
    }
    for (JsonNode change : root.path("push").path("changes")) {
      JsonNode now = change.path("new");
      String name = now.path("name").asText("");
      if (!name.isEmpty()) {
        boolean tag = now.path("type").asText("").equals("tag");
        reference((tag ? "refs/tags/" : "refs/heads/") + name, found);
      }
    }
    return found;
  }

  /** Gitea's and GitHub's {@code create} say only the name, of a branch or a tag. */
  private static void reference(String name, Set<String> found) {
    if (name.length() > LONGEST_REFERENCE || !name.startsWith("refs/")) {
      return;
    }
    add(name, found);
  }

  private static void add(String text, Set<String> found) {
    if (found.size() < MOST) {
      found.add(text);
    }
  }

  private static Optional<String> commit(JsonNode root) {
    String after = root.path("after").asText("");
    JsonNode change = root.path("changes").path(0);
    JsonNode pushed = root.path("push").path("changes").path(0).path("new").path("target");
    return List.of(after, change.path("toHash").asText(""), pushed.path("hash").asText("")).stream()
        .filter(text -> COMMIT.matcher(text).matches())
        .findFirst();
  }
}
