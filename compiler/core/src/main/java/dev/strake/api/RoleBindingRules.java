package dev.strake.api;

import java.util.List;

/**
 * Bindings of roles, in a namespace or in the whole cluster. An absent apiGroup is that of the role
 * or of the kind of subject.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/rbac/validation/validation.go">ValidateRoleBinding
 *     and ValidateClusterRoleBinding in validation.go</a>
 */
final class RoleBindingRules implements ObjectRules {

  private static final String GROUP = "rbac.authorization.k8s.io";
  private static final String ACCOUNT = "ServiceAccount";

  private final boolean ofNamespace;

  private RoleBindingRules(boolean ofNamespace) {
    this.ofNamespace = ofNamespace;
  }

  static RoleBindingRules ofNamespace() {
    return new RoleBindingRules(true);
  }

  static RoleBindingRules ofCluster() {
    return new RoleBindingRules(false);
  }

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor role = object.field("roleRef");
    if (!role.isSet() || role.isMapping()) {
      Check.oneOfOrEmpty(role.field("apiGroup"), List.of(GROUP));
      Check.requiredOneOf(
          role.field("kind"),
          ofNamespace ? List.of("Role", "ClusterRole") : List.of("ClusterRole"));
      References.segment(role.field("name"));
    }
    object.field("subjects").items().forEach(this::checkSubject);
  }

  /** ValidateRoleBindingSubject. */
  private void checkSubject(Cursor subject) {
    if (subject.isSet() && !subject.isMapping()) {
      return;
    }
    Cursor kind = subject.field("kind");
    Cursor group = subject.field("apiGroup");
    Check.required(subject, "name");
    Check.requiredOneOf(kind, List.of(ACCOUNT, "User", "Group"));
    if (kind.is(ACCOUNT)) {
      Check.shape(subject.field("name"), Texts::subdomainProblem);
      if (!group.isBlank() && group.isText()) {
        group.invalid(ApiCode.UNSUPPORTED_VALUE, "must be empty for a ServiceAccount");
      }
      if (!ofNamespace) {
        Check.required(subject, "namespace");
      }
    } else {
      Check.oneOfOrEmpty(group, List.of(GROUP));
    }
  }
}
