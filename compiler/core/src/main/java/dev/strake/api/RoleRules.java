package dev.strake.api;

/**
 * Roles, of a namespace or of the whole cluster.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/rbac/validation/validation.go">ValidateRole
 *     and ValidateClusterRole in validation.go</a>
 */
final class RoleRules implements ObjectRules {

  private final boolean ofNamespace;

  private RoleRules(boolean ofNamespace) {
    this.ofNamespace = ofNamespace;
  }

  static RoleRules ofNamespace() {
    return new RoleRules(true);
  }

  static RoleRules ofCluster() {
    return new RoleRules(false);
  }

  @Override
  public void check(Cursor object, ApiContext context) {
    object.field("rules").items().forEach(this::checkRule);
    Cursor aggregation = object.field("aggregationRule");
    if (!ofNamespace && aggregation.isMapping()) {
      Check.required(aggregation, "clusterRoleSelectors");
      aggregation.field("clusterRoleSelectors").items().forEach(Selectors::check);
    }
  }

  /** ValidatePolicyRule. */
  private void checkRule(Cursor rule) {
    if (rule.isSet() && !rule.isMapping()) {
      return;
    }
    Check.required(rule, "verbs");
    Cursor urls = rule.field("nonResourceURLs");
    if (!urls.hasElements()) {
      Check.required(rule, "apiGroups", "resources");
      return;
    }
    if (ofNamespace) {
      urls.forbidden("in a role of a namespace");
    }
    for (String field : new String[] {"apiGroups", "resources", "resourceNames"}) {
      if (rule.field(field).hasElements()) {
        rule.field(field).forbidden("beside nonResourceURLs");
      }
    }
  }
}
