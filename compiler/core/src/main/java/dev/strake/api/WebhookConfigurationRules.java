package dev.strake.api;

import dev.strake.cel.AdmissionScope;
import java.util.List;
import java.util.Map;

/**
 * Webhooks that judge or change requests.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateValidatingWebhook
 *     and validateMutatingWebhook in validation.go</a>
 */
final class WebhookConfigurationRules implements ObjectRules {

  private static final List<String> REVIEWS = List.of("v1", "v1beta1");
  private static final long LONGEST_TIMEOUT_SECONDS = 30;

  @Override
  public void check(Cursor object, ApiContext context) {
    AdmissionScope scope = new AdmissionScope(context.version().minor(), false, true, Map.of());
    Seen names = new Seen();
    for (Cursor hook : object.field("webhooks").items()) {
      if (!hook.isSet() || hook.isMapping()) {
        Cursor name = hook.field("name");
        Check.requiredShape(name, Domains::fullyQualifiedProblem);
        names.add(name, name.text(), "a webhook named " + name.text());
        checkHook(hook, scope);
      }
    }
  }

  private static void checkHook(Cursor hook, AdmissionScope scope) {
    hook.field("rules").items().forEach(AdmissionRules::check);
    Check.oneOf(hook.field("failurePolicy"), AdmissionRules.FAILURE_POLICIES);
    Check.oneOf(hook.field("matchPolicy"), AdmissionRules.MATCH_POLICIES);
    Check.requiredOneOf(hook.field("sideEffects"), List.of("None", "NoneOnDryRun"));
    Check.range(hook.field("timeoutSeconds"), 1, LONGEST_TIMEOUT_SECONDS);
    Selectors.check(hook.field("namespaceSelector"));
    Selectors.check(hook.field("objectSelector"));
    Check.oneOf(hook.field("reinvocationPolicy"), List.of("IfNeeded", "Never"));
    WebhookClients.check(hook.field("clientConfig"));
    MatchConditions.check(hook.field("matchConditions"), scope);
    checkReviewVersions(hook.field("admissionReviewVersions"));
  }

  /** validateAdmissionReviewVersions and, of conversions, validateConversionReviewVersions. */
  static void checkReviewVersions(Cursor versions) {
    if (versions.isEmpty()) {
      versions.missing("the server knows " + String.join(" and ", REVIEWS));
      return;
    }
    Seen seen = new Seen();
    for (Cursor version : versions.items()) {
      Check.shapeEvenEmpty(version, Texts::dns1035Problem);
      seen.add(version, version.text(), "the version " + version.text());
    }
    if (versions.isList()
        && versions.items().stream().noneMatch(version -> REVIEWS.contains(version.text()))) {
      versions.report(
          ApiCode.UNSUPPORTED_VALUE,
          versions.path() + " must have one of " + String.join(", ", REVIEWS));
    }
  }
}
