package dev.strake.api;

import java.util.List;

/**
 * How versions of a custom resource become each other. The default is that they need nothing.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/validation.go">validateCustomResourceConversion
 *     in validation.go</a>
 */
final class CustomResourceConversion {

  private static final String WEBHOOK = "Webhook";

  private CustomResourceConversion() {}

  static void check(Cursor conversion) {
    if (!conversion.isMapping()) {
      return;
    }
    Cursor strategy = conversion.field("strategy");
    Cursor webhook = conversion.field("webhook");
    Check.requiredOneOf(strategy, List.of("None", WEBHOOK));
    Cursor client = webhook.field("clientConfig");
    Cursor reviews = webhook.field("conversionReviewVersions");
    if (!strategy.is(WEBHOOK)) {
      if (client.isSet() || reviews.hasElements()) {
        webhook.forbidden("unless the strategy is " + WEBHOOK);
      }
      return;
    }
    if (client.isSet()) {
      WebhookClients.check(client);
    } else {
      client.missing("the strategy " + WEBHOOK + " needs it");
    }
    WebhookConfigurationRules.checkReviewVersions(reviews);
  }
}
