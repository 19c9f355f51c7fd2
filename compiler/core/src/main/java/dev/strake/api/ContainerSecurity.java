package dev.strake.api;

import java.util.List;

/**
 * The security context of one container.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateSecurityContext
 *     in validation.go</a>
 */
final class ContainerSecurity {

  private ContainerSecurity() {}

  static void check(Cursor context, PodScope pod) {
    if (!context.isMapping()) {
      return;
    }
    Check.userOrGroup(context.field("runAsUser"));
    Check.userOrGroup(context.field("runAsGroup"));
    if (pod.context().isSince(33)) {
      checkProcMount(context.field("procMount"), pod.hostUsers());
    }
    checkEscalation(context);
    Profiles.check(context);
    WindowsOptions.check(context.field("windowsOptions"));
  }

  /** The server drops the field before 1.33. */
  private static void checkProcMount(Cursor procMount, boolean hostUsers) {
    Check.oneOf(procMount, List.of("Default", "Unmasked"));
    if (hostUsers && procMount.is("Unmasked")) {
      procMount.invalid("must be Default unless the pod's hostUsers is false");
    }
  }

  private static void checkEscalation(Cursor context) {
    Cursor escalation = context.field("allowPrivilegeEscalation");
    if (!escalation.isFalse()) {
      return;
    }
    if (context.field("privileged").isTrue()) {
      escalation.invalid("must be true in a privileged container");
    }
    for (Cursor capability : context.field("capabilities", "add").items()) {
      if (capability.is("CAP_SYS_ADMIN")) {
        capability.forbidden("when allowPrivilegeEscalation is false");
      }
    }
  }
}
