package dev.strake.api;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resource claims of a pod, and what containers take of them; the server drops them before
 * 1.34.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validatePodResourceClaim
 *     and validateResourceClaimNames in validation.go</a>
 */
final class ResourceClaimRules {

  private static final String MIRROR = "kubernetes.io/config.mirror";

  private ResourceClaimRules() {}

  static void check(PodScope pod) {
    Cursor claims = pod.spec().field("resourceClaims");
    boolean mirror = pod.owner().field("metadata", "annotations").field(MIRROR).isSet();
    if (pod.isPod() && mirror && claims.hasElements()) {
      claims.forbidden("in a static pod");
      return;
    }
    Seen names = new Seen();
    for (Cursor claim : claims.items()) {
      Check.requiredShape(claim.field("name"), Texts::labelProblem);
      names.add(claim.field("name"), claim.field("name").text(), "a claim of this name");
      checkSource(
          claim, claim.field("resourceClaimName"), claim.field("resourceClaimTemplateName"));
    }
  }

  private static void checkSource(Cursor claim, Cursor name, Cursor template) {
    if (name.isSet() && template.isSet()) {
      template.forbidden("beside resourceClaimName");
    } else if (!name.isSet() && !template.isSet()) {
      claim.report(
          ApiCode.MISSING_FIELD,
          claim.path() + " needs a resourceClaimName or a resourceClaimTemplateName");
    }
    if (name.isSet()) {
      Check.shapeEvenEmpty(name, Texts::subdomainProblem);
    }
    if (template.isSet()) {
      Check.shapeEvenEmpty(template, Texts::subdomainProblem);
    }
  }

  /** The claims of one container: a whole one, or some of its requests, but not both. */
  static void checkUse(Cursor claims, PodScope pod) {
    Map<String, Cursor> whole = new HashMap<>();
    Map<String, Cursor> inPart = new HashMap<>();
    Seen requests = new Seen();
    for (Cursor claim : claims.items()) {
      Cursor name = claim.field("name");
      Cursor request = claim.field("request");
      if (name.isBlank()) {
        name.missing();
        continue;
      }
      Check.shape(request, Texts::labelProblem);
      @Nullable Cursor earlier = whole.get(name.text());
      if (earlier == null && request.isBlank()) {
        earlier = inPart.get(name.text());
      }
      if (earlier != null) {
        claim.duplicate(earlier, "this claim");
      } else if (!request.isBlank()) {
        requests.add(claim, name.text() + "/" + request.text(), "this claim");
      }
      (request.isBlank() ? whole : inPart).putIfAbsent(name.text(), claim);
      if (name.isText() && !pod.hasClaim(name.text())) {
        name.invalid(ApiCode.UNRESOLVED_REFERENCE, "must be one of spec.resourceClaims");
      }
    }
  }
}
