package dev.strake.api;

/**
 * The resource claims of a pod, and what containers take of them; the server drops them before
 * 1.34.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validatePodResourceClaim
 *     and validateResourceClaimNames in validation.go</a>
 */
final class ResourceClaimRules {

  private ResourceClaimRules() {}

  static void check(Cursor claims) {
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

  /** The claims of one container. */
  static void checkUse(Cursor claims, PodScope pod) {
    Seen uses = new Seen();
    for (Cursor claim : claims.items()) {
      Cursor name = claim.field("name");
      if (name.isBlank()) {
        name.missing();
        continue;
      }
      Check.shape(claim.field("request"), Texts::labelProblem);
      uses.add(claim, name.text() + "/" + claim.field("request").text(), "this claim");
      if (name.isText() && !pod.hasClaim(name.text())) {
        name.invalid(ApiCode.UNRESOLVED_REFERENCE, "must be one of spec.resourceClaims");
      }
    }
  }
}
