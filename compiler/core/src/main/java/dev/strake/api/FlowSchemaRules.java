package dev.strake.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which requests share a priority level. A precedence of 0 is 1000.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/flowcontrol/validation/validation.go">ValidateFlowSchemaSpec
 *     in validation.go</a>
 */
final class FlowSchemaRules implements ObjectRules {

  private static final long HIGHEST_PRECEDENCE = 10_000;
  private static final String ALL = "*";
  private static final List<String> VERBS =
      List.of(
          "create",
          "delete",
          "deletecollection",
          "get",
          "list",
          "patch",
          "proxy",
          "update",
          "watch");
  private static final Map<String, String> SUBJECTS =
      Map.of("Group", "group", "ServiceAccount", "serviceAccount", "User", "user");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    checkPrecedence(spec.field("matchingPrecedence"), object.field("metadata", "name"));
    Cursor method = spec.field("distinguisherMethod");
    if (method.isMapping()) {
      Check.requiredOneOf(method.field("type"), List.of("ByNamespace", "ByUser"));
    }
    Check.requiredShape(spec.field("priorityLevelConfiguration", "name"), Texts::subdomainProblem);
    spec.field("rules").items().forEach(FlowSchemaRules::checkRule);
  }

  private static void checkPrecedence(Cursor precedence, Cursor name) {
    if (precedence.integerOr(0) != 0) {
      Check.range(precedence, 1, HIGHEST_PRECEDENCE);
    }
    if (precedence.integerOr(0) == 1 && !name.is("exempt")) {
      precedence.invalid("must not be 1, which is for the schema named exempt");
    }
  }

  /** ValidateFlowSchemaPolicyRulesWithSubjects. */
  private static void checkRule(Cursor rule) {
    if (rule.isSet() && !rule.isMapping()) {
      return;
    }
    Check.required(rule, "subjects");
    rule.field("subjects").items().forEach(FlowSchemaRules::checkSubject);
    if (rule.field("resourceRules").isEmpty() && rule.field("nonResourceRules").isEmpty()) {
      rule.report(
          ApiCode.MISSING_FIELD, rule.path() + " needs one of nonResourceRules, resourceRules");
    }
    rule.field("resourceRules").items().forEach(FlowSchemaRules::checkResources);
    for (Cursor urls : rule.field("nonResourceRules").items()) {
      checkVerbs(urls.field("verbs"));
      checkList(urls.field("nonResourceURLs"));
      urls.field("nonResourceURLs").items().forEach(FlowSchemaRules::checkUrl);
    }
  }

  /** ValidateFlowSchemaSubject. */
  private static void checkSubject(Cursor subject) {
    if (subject.isSet() && !subject.isMapping()) {
      return;
    }
    Cursor kind = subject.field("kind");
    Check.requiredOneOf(kind, SUBJECTS.keySet().stream().sorted().toList());
    @Nullable String own = SUBJECTS.get(kind.text());
    if (own == null) {
      return;
    }
    for (String field : SUBJECTS.values().stream().sorted().toList()) {
      if (!field.equals(own) && subject.field(field).isSet()) {
        subject.field(field).forbidden("with the kind " + kind.text());
      }
    }
    Cursor named = subject.field(own);
    if (!named.isSet()) {
      named.missing("the kind " + kind.text() + " needs it");
    } else if (named.isMapping()) {
      checkNamed(named, kind);
    }
  }

  private static void checkNamed(Cursor named, Cursor kind) {
    Check.required(named, "name");
    if (kind.is("ServiceAccount")) {
      if (!named.field("name").is(ALL)) {
        Check.shape(named.field("name"), Texts::subdomainProblem);
      }
      Check.requiredShape(named.field("namespace"), Texts::labelProblem);
    }
  }

  /** ValidateFlowSchemaResourcePolicyRule. */
  private static void checkResources(Cursor rule) {
    if (rule.isSet() && !rule.isMapping()) {
      return;
    }
    checkVerbs(rule.field("verbs"));
    checkList(rule.field("apiGroups"));
    checkList(rule.field("resources"));
    Cursor namespaces = rule.field("namespaces");
    if (namespaces.isEmpty() && !rule.field("clusterScope").isTrue()) {
      namespaces.missing("a rule without clusterScope needs some");
    }
    checkAlone(namespaces);
    if (!hasAll(namespaces)) {
      namespaces.items().forEach(name -> Check.shapeEvenEmpty(name, Texts::labelProblem));
    }
  }

  private static void checkVerbs(Cursor verbs) {
    checkList(verbs);
    if (!hasAll(verbs)) {
      verbs.items().forEach(verb -> Check.requiredOneOf(verb, VERBS));
    }
  }

  private static void checkList(Cursor list) {
    if (list.isEmpty()) {
      list.missing();
    }
    checkAlone(list);
  }

  private static boolean hasAll(Cursor list) {
    return list.items().stream().anyMatch(item -> item.is(ALL));
  }

  private static void checkAlone(Cursor list) {
    if (hasAll(list) && list.items().size() > 1) {
      list.report(ApiCode.INVALID_VALUE, list.path() + " must have nothing beside \"*\"");
    }
  }

  /** ValidateNonResourceURLPath. */
  private static void checkUrl(Cursor url) {
    String text = url.text();
    if (!url.isText() || text.equals("/") || text.equals(ALL)) {
      return;
    }
    int star = text.indexOf('*');
    boolean ok =
        text.startsWith("/")
            && !text.contains(" ")
            && !text.contains("//")
            && (star < 0 || (star == text.length() - 1 && text.endsWith("/*")));
    if (!ok) {
      url.invalid("must be a path, with a star at most at its end after a slash");
    }
  }
}
