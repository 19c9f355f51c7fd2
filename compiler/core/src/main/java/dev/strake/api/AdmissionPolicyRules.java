package dev.strake.api;

import dev.strake.cel.AdmissionScope;
import dev.strake.cel.CelType;
import dev.strake.cel.ReservedWords;
import dev.strake.cel.ResultType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What policies that judge and policies that change have in common.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateValidatingAdmissionPolicySpec
 *     and validateMutatingAdmissionPolicySpec in validation.go</a>
 */
final class AdmissionPolicyRules {

  private static final Pattern IDENTIFIER = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");

  private AdmissionPolicyRules() {}

  /** Returns what the policy's further expressions may read. */
  static AdmissionScope check(Cursor spec, ApiContext context) {
    boolean hasParams = spec.field("paramKind").isSet();
    AdmissionScope scope = new AdmissionScope(context.version().minor(), hasParams, true, Map.of());
    Check.oneOf(spec.field("failurePolicy"), AdmissionRules.FAILURE_POLICIES);
    checkParamKind(spec.field("paramKind"));
    checkConstraints(spec.field("matchConstraints"));
    MatchConditions.check(spec.field("matchConditions"), scope);
    return checkVariables(spec.field("variables"), scope);
  }

  /** validateVariable: a variable may read those before it. */
  private static AdmissionScope checkVariables(Cursor variables, AdmissionScope start) {
    AdmissionScope scope = start;
    for (Cursor variable : variables.items()) {
      if (!variable.isSet() || variable.isMapping()) {
        Cursor name = variable.field("name");
        Check.requiredShape(name, AdmissionPolicyRules::identifierProblem);
        ResultType type =
            Expressions.in(scope)
                .check(variable.field("expression"), CelType.ANY)
                .orElse(ResultType.UNKNOWN);
        if (identifierProblem(name.text()) == null) {
          scope = scope.withVariable(name.text(), type);
        }
      }
    }
    return scope;
  }

  private static void checkConstraints(Cursor constraints) {
    if (!constraints.isSet()) {
      constraints.missing();
    } else if (constraints.isMapping()) {
      AdmissionRules.checkMatch(constraints);
      Check.required(constraints, "resourceRules");
    }
  }

  /** validateParamKind. */
  private static void checkParamKind(Cursor kind) {
    if (!kind.isMapping()) {
      return;
    }
    Check.requiredShape(kind.field("apiVersion"), AdmissionPolicyRules::groupVersionProblem);
    Check.requiredShape(
        kind.field("kind"), text -> Texts.dns1035Problem(text.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable String groupVersionProblem(String text) {
    if (!References.isGroupVersion(text)) {
      return "a version, or a group and a version";
    }
    int slash = text.indexOf('/');
    @Nullable String problem = slash > 0 ? Texts.subdomainProblem(text.substring(0, slash)) : null;
    return problem != null ? problem : Texts.dns1035Problem(text.substring(slash + 1));
  }

  /** isCELIdentifier. */
  private static @Nullable String identifierProblem(String text) {
    boolean ok = IDENTIFIER.matcher(text).matches() && !ReservedWords.ALL.contains(text);
    return ok ? null : "a name in CEL: letters, digits and '_', and none of its own words";
  }

  /** validateParamRef. */
  static void checkParamRef(Cursor reference) {
    if (!reference.isMapping()) {
      return;
    }
    Cursor name = reference.field("name");
    Cursor selector = reference.field("selector");
    Check.shape(name, Domains::segmentProblem);
    Selectors.check(selector);
    if (!name.isBlank() && selector.isSet()) {
      selector.forbidden("beside name");
    } else if (name.isBlank() && !selector.isSet()) {
      reference.report(ApiCode.MISSING_FIELD, reference.path() + " needs one of name, selector");
    }
    Check.requiredOneOf(reference.field("parameterNotFoundAction"), List.of("Allow", "Deny"));
  }

  static void checkPolicyName(Cursor spec) {
    Check.requiredShape(spec.field("policyName"), Texts::subdomainProblem);
  }
}
