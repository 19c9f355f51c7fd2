package dev.strake.api;

import org.jspecify.annotations.Nullable;

/**
 * Groups and versions that another server serves.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kube-aggregator/blob/master/pkg/apis/apiregistration/validation/validation.go">ValidateAPIService
 *     in kube-aggregator</a>
 */
final class ApiServiceRules implements ObjectRules {

  private static final long MOST_GROUP_PRIORITY = 20_000;
  private static final long MOST_VERSION_PRIORITY = 1_000;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    Cursor group = spec.field("group");
    Check.shape(group, Texts::subdomainProblem);
    if (group.isBlank() && spec.field("version").isText() && !spec.field("version").is("v1")) {
      group.missing("only the version v1 is in the group without a name");
    }
    Check.requiredShape(spec.field("version"), Texts::dns1035Problem);
    checkName(object.field("metadata", "name"), spec);
    checkPriority(spec.field("groupPriorityMinimum"), MOST_GROUP_PRIORITY);
    checkPriority(spec.field("versionPriority"), MOST_VERSION_PRIORITY);
    checkService(spec);
    Base64Text.check(spec.field("caBundle"));
  }

  private static void checkName(Cursor name, Cursor spec) {
    boolean readable =
        name.isText()
            && spec.field("version").isText()
            && (spec.field("group").isText() || !spec.field("group").isSet());
    String wanted = spec.field("version").text() + "." + spec.field("group").text();
    if (readable && !name.is(wanted)) {
      name.invalid(
          ApiCode.INVALID_NAME, "must be " + wanted + ", from spec.version and spec.group");
    }
  }

  private static void checkPriority(Cursor priority, long most) {
    if (!priority.isSet()) {
      priority.missing();
    }
    Check.range(priority, 1, most);
  }

  /** A service without a service is the server's own. */
  private static void checkService(Cursor spec) {
    Cursor service = spec.field("service");
    Cursor insecure = spec.field("insecureSkipTLSVerify");
    @Nullable Cursor bundle = spec.field("caBundle").isEmpty() ? null : spec.field("caBundle");
    if (!service.isSet()) {
      if (bundle != null) {
        bundle.forbidden("without a service");
      }
      if (insecure.isTrue()) {
        insecure.forbidden("without a service");
      }
      return;
    }
    if (service.isMapping()) {
      Check.required(service, "name", "namespace");
      Check.port(service.field("port"));
    }
    if (insecure.isTrue() && bundle != null) {
      insecure.forbidden("beside a caBundle");
    }
  }
}
