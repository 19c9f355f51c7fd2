package dev.strake.admission;

import dev.strake.join.LabelSelector;
import dev.strake.join.Part;
import java.util.List;

/**
 * Which requests a policy or a binding is for.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/policy/matching/matching.go">matching.go</a>
 */
record MatchResources(
    List<ResourceRule> rules,
    List<ResourceRule> excluded,
    boolean exact,
    LabelSelector objects,
    LabelSelector namespaces) {

  static MatchResources of(Part match) {
    return new MatchResources(
        rules(match.field("resourceRules")),
        rules(match.field("excludeResourceRules")),
        match.field("matchPolicy").is("Exact"),
        LabelSelector.of(match.field("objectSelector")),
        LabelSelector.of(match.field("namespaceSelector")));
  }

  private static List<ResourceRule> rules(Part list) {
    return list.items().stream().map(ResourceRule::of).toList();
  }

  /** Without rules, it takes all resources; what is not known of a namespace stays open. */
  Match match(Request request, Namespaces known) {
    if (!request.hasLabels(objects) || !version(excluded, request).isEmpty()) {
      return Match.NO;
    }
    String version = rules.isEmpty() ? request.resource().version() : version(rules, request);
    return version.isEmpty() ? Match.NO : known.match(namespaces, request, version);
  }

  /** The version by which one of the rules takes a request; the empty text if none does. */
  private String version(List<ResourceRule> some, Request request) {
    String own = request.resource().version();
    if (some.stream().anyMatch(rule -> rule.matches(request, own))) {
      return own;
    }
    return exact
        ? ""
        : request.resource().others().stream()
            .filter(other -> some.stream().anyMatch(rule -> rule.matches(request, other)))
            .findFirst()
            .orElse("");
  }
}
