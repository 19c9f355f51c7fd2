package dev.strake.sync.webhook;

import dev.strake.sync.serve.Request;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who announces pushes, and how it proves that it does. */
public enum WebhookHost {

  /**
   * @see <a
   *     href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub:
   *     validating deliveries</a>
   */
  GITHUB("X-GitHub-Event"),

  /**
   * @see <a
   *     href="https://docs.gitlab.com/user/project/integrations/webhooks/#validate-payloads-by-using-a-secret-token">GitLab:
   *     the secret token</a>
   */
  GITLAB("X-Gitlab-Event"),

  /** Forgejo too, which sends Gitea's headers beside its own. */
  GITEA("X-Gitea-Event"),

  /**
   * Cloud and Data Center.
   *
   * @see <a
   *     href="https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/#Secure-webhooks">Bitbucket:
   *     secure webhooks</a>
   */
  BITBUCKET("X-Event-Key");

  private final String eventHeader;

  WebhookHost(String eventHeader) {
    this.eventHeader = eventHeader;
  }

  /** As the configuration and paths write it: {@code github}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WebhookHost> of(String id) {
    return List.of(values()).stream().filter(host -> host.id().equals(id)).findFirst();
  }

  Proof prove(Request request, List<WebhookSecret> secrets, Instant now) {
    return proof().of(request, secrets, now);
  }

  private RequestProof proof() {
    return switch (this) {
      case GITHUB -> new BodyMac("X-Hub-Signature-256", "sha256=");
      case GITLAB -> new GitLabProof();
      case GITEA -> new BodyMac("X-Gitea-Signature", "");
      case BITBUCKET -> new BodyMac("X-Hub-Signature", "sha256=");
    };
  }

  /** Whether it announces that a reference has moved, and not an issue or a star. */
  boolean isPush(Request request) {
    return request.header(eventHeader).filter(pushes()::contains).isPresent();
  }

  private List<String> pushes() {
    return switch (this) {
      case GITHUB, GITEA -> List.of("push", "create");
      case GITLAB -> List.of("Push Hook", "Tag Push Hook", "System Hook");
      case BITBUCKET -> List.of("repo:push", "repo:refs_changed");
    };
  }
}
