package dev.strake.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook is reached.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiserver/blob/master/pkg/util/webhook/validation.go">ValidateWebhookURL
 *     and ValidateWebhookService in apiserver</a>
 */
final class WebhookClients {

  private WebhookClients() {}

  /** A url or a service. */
  static void check(Cursor client) {
    if (client.isSet() && !client.isMapping()) {
      return;
    }
    Sources.checkExactlyOne(client, List.of("url", "service"));
    Cursor url = client.field("url");
    Cursor service = client.field("service");
    if (url.isSet() && !service.isSet()) {
      Check.shapeAs(url, WebhookClients::urlProblem);
    } else if (service.isMapping() && !url.isSet()) {
      checkService(service);
    }
    Base64Text.check(client.field("caBundle"));
  }

  private static @Nullable String urlProblem(String text) {
    try {
      URI url = new URI(text);
      boolean ok =
          "https".equals(url.getScheme())
              && url.getRawAuthority() != null
              && url.getRawUserInfo() == null
              && isEmpty(url.getRawQuery())
              && isEmpty(url.getRawFragment());
      return ok ? null : "an address of the form https://host/path";
    } catch (URISyntaxException e) {
      return isLikelyFine(text) ? null : "an address of the form https://host/path";
    }
  }

  private static boolean isEmpty(@Nullable String part) {
    return part == null || part.isEmpty();
  }

  /** Go reads more than Java does: what begins well is left to the server. */
  private static boolean isLikelyFine(String text) {
    return text.matches("https://[^/?#@ ]+[^?#]*");
  }

  /** A service's port defaults to 443. */
  private static void checkService(Cursor service) {
    Check.required(service, "name", "namespace");
    Check.port(service.field("port"));
    Cursor path = service.field("path");
    if (path.isText()) {
      checkPath(path);
    }
  }

  private static void checkPath(Cursor path) {
    String text = path.text();
    if (text.isEmpty() || text.equals("/")) {
      return;
    }
    if (text.equals("//")) {
      path.invalid("must not have two slashes in a row");
      return;
    }
    if (!text.startsWith("/")) {
      path.invalid("must begin with a slash");
    }
    String inner = text.endsWith("/") ? text.substring(1, text.length() - 1) : text.substring(1);
    for (String segment : inner.split("/", -1)) {
      String problem = segment.isEmpty() ? "a part" : Texts.subdomainProblem(segment);
      if (problem != null) {
        path.invalid("must have names of lower-case letters, digits, '-' and '.' as its parts");
        return;
      }
    }
  }
}
