package dev.strake.sync.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of Git host, and its API for the status of a commit. */
public enum StatusHost {

  /**
   * @see <a href="https://docs.github.com/en/rest/commits/statuses#create-a-commit-status">GitHub:
   *     create a commit status</a>
   */
  GITHUB("https://api.github.com"),

  /**
   * @see <a href="https://docs.gitlab.com/api/commits/#set-commit-pipeline-status">GitLab: set the
   *     pipeline status of a commit</a>
   */
  GITLAB("https://gitlab.com/api/v4"),

  /**
   * Forgejo too. Has no public address of its own.
   *
   * @see <a href="https://docs.gitea.com/api/#tag/repository/operation/repoCreateStatus">Gitea:
   *     create a commit status</a>
   */
  GITEA(""),

  /**
   * Bitbucket Cloud.
   *
   * @see <a
   *     href="https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commit-statuses/">Bitbucket:
   *     commit statuses</a>
   */
  BITBUCKET("https://api.bitbucket.org/2.0");

  private static final int LONGEST_KEY = 40;

  private final String api;

  StatusHost(String api) {
    this.api = api;
  }

  /** As the configuration writes it: {@code github}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<StatusHost> of(String id) {
    return List.of(values()).stream().filter(host -> host.id().equals(id)).findFirst();
  }

  /** Where its API is unless somebody says otherwise; empty if it has no public one. */
  public Optional<String> api() {
    return api.isEmpty() ? Optional.empty() : Optional.of(api);
  }

  /**
   * The request that sets a status.
   *
   * @param base of the API, without a slash at the end
   * @param repository {@code owner/name}; GitLab's may have groups in it
   */
  HttpRequest.Builder request(String base, String repository, CommitStatus status, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path(repository, status.commit().id())))
            .header("Content-Type", "application/json")
            .header("Accept", this == GITHUB ? "application/vnd.github+json" : "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(status).toString()));
    return this == GITLAB
        ? request.header("PRIVATE-TOKEN", token)
        : request.header("Authorization", (this == GITEA ? "token " : "Bearer ") + token);
  }

  private String path(String repository, String commit) {
    return switch (this) {
      case GITHUB, GITEA ->
          (this == GITEA ? "/api/v1" : "") + "/repos/" + parts(repository) + "/statuses/" + commit;
      case GITLAB -> "/projects/" + encode(repository) + "/statuses/" + commit;
      case BITBUCKET ->
          "/repositories/" + parts(repository) + "/commit/" + commit + "/statuses/build";
    };
  }

  private static String parts(String repository) {
    return Arrays.stream(repository.split("/", -1))
        .map(StatusHost::encode)
        .collect(Collectors.joining("/"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private ObjectNode body(CommitStatus status) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("state", word(status.state()));
    body.put("description", status.line());
    switch (this) {
      case GITHUB, GITEA -> body.put("context", status.context());
      case GITLAB -> body.put("name", status.context());
      case BITBUCKET -> {
        body.put("key", key(status.context()));
        body.put("name", status.context());
      }
    }
    String link = this == BITBUCKET ? "url" : "target_url";
    if (!status.link().isEmpty()) {
      body.put(link, status.link());
    } else if (this == BITBUCKET) {
      // It insists on one.
      body.put(link, "https://strake.dev");
    }
    return body;
  }

  /** Bitbucket takes no more, and of two with the same key only the later one counts. */
  private static String key(String context) {
    if (context.length() <= LONGEST_KEY) {
      return context;
    }
    String sum = Integer.toHexString(context.hashCode());
    return context.substring(0, LONGEST_KEY - sum.length() - 1) + "-" + sum;
  }

  private String word(CommitState state) {
    return switch (this) {
      case GITHUB, GITEA -> state.name().toLowerCase(Locale.ROOT);
      case GITLAB ->
          switch (state) {
            case PENDING -> "running";
            case SUCCESS -> "success";
            case FAILURE -> "failed";
          };
      case BITBUCKET ->
          switch (state) {
            case PENDING -> "INPROGRESS";
            case SUCCESS -> "SUCCESSFUL";
            case FAILURE -> "FAILED";
          };
    };
  }
}
