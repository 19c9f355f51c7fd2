package dev.strake.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which requests a webhook or a policy is for.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/validation/validation.go">validateRuleWithOperations
 *     in validation.go</a>
 */
final class AdmissionRules {

  static final List<String> FAILURE_POLICIES = List.of("Fail", "Ignore");
  static final List<String> MATCH_POLICIES = List.of("Equivalent", "Exact");
  private static final String ALL = "*";
  private static final List<String> OPERATIONS =
      List.of(ALL, "CONNECT", "CREATE", "DELETE", "UPDATE");

  private AdmissionRules() {}

  static void check(Cursor rule) {
    if (rule.isSet() && !rule.isMapping()) {
      return;
    }
    Cursor operations = rule.field("operations");
    checkList(operations);
    operations.items().forEach(operation -> Check.requiredOneOf(operation, OPERATIONS));
    checkList(rule.field("apiGroups"));
    checkList(rule.field("apiVersions"));
    reportBlanks(rule.field("apiVersions"));
    checkResources(rule.field("resources"));
    Check.oneOf(rule.field("scope"), List.of(ALL, "Cluster", "Namespaced"));
  }

  /** validateMatchResources; what is absent matches all, and by equivalence. */
  static void checkMatch(Cursor match) {
    Check.oneOf(match.field("matchPolicy"), MATCH_POLICIES);
    Selectors.check(match.field("namespaceSelector"));
    Selectors.check(match.field("objectSelector"));
    for (String rules : List.of("resourceRules", "excludeResourceRules")) {
      for (Cursor rule : match.field(rules).items()) {
        checkNames(rule.field("resourceNames"));
        check(rule);
      }
    }
  }

  private static void checkNames(Cursor names) {
    Seen seen = new Seen();
    for (Cursor name : names.items()) {
      Check.shape(name, Domains::segmentProblem);
      seen.add(name, name.text(), "the name " + name.text());
    }
  }

  private static void checkList(Cursor list) {
    if (list.isEmpty()) {
      list.missing();
    }
    boolean all = list.items().stream().anyMatch(item -> item.is(ALL));
    if (all && list.items().size() > 1) {
      list.report(ApiCode.INVALID_VALUE, list.path() + " must have nothing beside \"*\"");
    }
  }

  private static void reportBlanks(Cursor list) {
    list.items().stream().filter(Cursor::isBlank).forEach(Cursor::missing);
  }

  /** validateResources: resources and their parts, with stars for all of either. */
  private static void checkResources(Cursor resources) {
    if (resources.isEmpty()) {
      resources.missing();
    }
    reportBlanks(resources);
    Set<String> allParts = new HashSet<>();
    Set<String> ofAll = new HashSet<>();
    for (Cursor resource : resources.items()) {
      String[] parts = resource.text().split("/", 2);
      if (parts.length == 2) {
        checkCovered(resource, parts, allParts, ofAll);
      }
    }
    checkStars(resources);
  }

  private static void checkCovered(
      Cursor resource, String[] parts, Set<String> allParts, Set<String> ofAll) {
    if (allParts.contains(parts[0])) {
      resource.invalid("must not stand beside " + parts[0] + "/*");
    }
    if (ofAll.contains(parts[1])) {
      resource.invalid("must not stand beside */" + parts[1]);
    }
    if (parts[1].equals(ALL)) {
      allParts.add(parts[0]);
    }
    if (parts[0].equals(ALL)) {
      ofAll.add(parts[1]);
    }
  }

  /** As the server, of the resources without parts it looks at the last one only. */
  private static void checkStars(Cursor resources) {
    List<String> texts = resources.items().stream().map(Cursor::text).toList();
    if (texts.size() > 1 && texts.contains("*/*")) {
      resources.report(
          ApiCode.INVALID_VALUE, resources.path() + " must have nothing beside \"*/*\"");
    }
    boolean named = false;
    for (String text : texts) {
      if (!text.contains("/") && !text.isEmpty()) {
        named = !text.equals(ALL);
      }
    }
    if (named && texts.contains(ALL)) {
      resources.report(
          ApiCode.INVALID_VALUE, resources.path() + " must have no other resource beside \"*\"");
    }
  }
}
