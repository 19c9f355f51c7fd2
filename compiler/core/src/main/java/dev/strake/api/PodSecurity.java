package dev.strake.api;

import java.util.List;

/**
 * The security context of a whole pod.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validatePodSpecSecurityContext
 *     in validation.go</a>
 */
final class PodSecurity {

  private static final List<String> IDS = List.of("fsGroup", "runAsUser", "runAsGroup");

  private PodSecurity() {}

  static void check(PodScope pod) {
    Cursor spec = pod.spec();
    Cursor context = spec.field("securityContext");
    IDS.forEach(name -> Check.userOrGroup(context.field(name)));
    context.field("supplementalGroups").items().forEach(Check::userOrGroup);
    if (spec.field("shareProcessNamespace").isTrue() && spec.field("hostPID").isTrue()) {
      spec.field("shareProcessNamespace").forbidden("with hostPID");
    }
    checkSysctls(context.field("sysctls"), spec);
    Check.oneOf(context.field("fsGroupChangePolicy"), List.of("OnRootMismatch", "Always"));
    // The server drops these before 1.33. MountOption needs SELinuxMount, which is off by default.
    if (pod.context().isSince(33)) {
      Check.oneOf(context.field("supplementalGroupsPolicy"), List.of("Merge", "Strict"));
      Check.oneOf(context.field("seLinuxChangePolicy"), List.of("Recursive"));
    }
    Profiles.check(context);
    WindowsOptions.check(context.field("windowsOptions"));
    WindowsOptions.checkHostProcess(spec);
  }

  /** validateSysctls and ValidateHostSysctl. */
  private static void checkSysctls(Cursor sysctls, Cursor spec) {
    Seen names = new Seen();
    for (Cursor sysctl : sysctls.items()) {
      Cursor name = sysctl.field("name");
      Check.requiredShape(name, Texts::sysctlProblem);
      names.add(name, name.text(), "the sysctl " + name.text());
      String dotted = name.text().replace('/', '.');
      if (spec.field("hostNetwork").isTrue() && dotted.startsWith("net.")) {
        name.forbidden("with hostNetwork");
      }
      boolean ipc =
          dotted.startsWith("kernel.shm")
              || dotted.startsWith("kernel.msg")
              || dotted.startsWith("fs.mqueue.")
              || dotted.equals("kernel.sem");
      if (spec.field("hostIPC").isTrue() && ipc) {
        name.forbidden("with hostIPC");
      }
    }
  }
}
