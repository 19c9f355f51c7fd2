package dev.strake.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a pod that names its operating system must not have.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateOS,
 *     validateLinux and validateWindows in validation.go</a>
 */
final class OsRules {

  private static final String IN_WINDOWS = "in a pod for Windows";
  private static final List<String> LINUX_POD_FIELDS =
      List.of("hostUsers", "shareProcessNamespace");
  private static final List<String> LINUX_POD_FLAGS = List.of("hostPID", "hostIPC");
  private static final List<String> LINUX_POD_SECURITY =
      List.of(
          "appArmorProfile",
          "seLinuxOptions",
          "seccompProfile",
          "fsGroup",
          "fsGroupChangePolicy",
          "runAsUser",
          "runAsGroup",
          "supplementalGroups",
          "supplementalGroupsPolicy",
          "seLinuxChangePolicy");
  private static final List<String> LINUX_CONTAINER_SECURITY =
      List.of(
          "appArmorProfile",
          "seLinuxOptions",
          "seccompProfile",
          "capabilities",
          "readOnlyRootFilesystem",
          "privileged",
          "allowPrivilegeEscalation",
          "procMount",
          "runAsUser",
          "runAsGroup");

  private OsRules() {}

  static void check(Cursor spec) {
    if (!spec.field("os").isMapping()) {
      return;
    }
    Cursor name = spec.field("os", "name");
    Check.requiredOneOf(name, List.of("linux", "windows"));
    if (name.is("linux")) {
      securityContexts(spec, OsRules::checkLinux);
    } else if (name.is("windows")) {
      checkWindows(spec);
    }
  }

  private static void checkLinux(Cursor context) {
    Check.forbidden(context, "in a pod for Linux", List.of("windowsOptions"));
  }

  private static void checkWindows(Cursor spec) {
    Check.forbidden(spec, IN_WINDOWS, LINUX_POD_FIELDS);
    for (String flag : LINUX_POD_FLAGS) {
      if (spec.field(flag).isTrue()) {
        spec.field(flag).forbidden(IN_WINDOWS);
      }
    }
    Cursor ofPod = spec.field("securityContext");
    Check.forbidden(ofPod, IN_WINDOWS, LINUX_POD_SECURITY);
    if (ofPod.field("sysctls").hasElements()) {
      ofPod.field("sysctls").forbidden(IN_WINDOWS);
    }
    containerContexts(spec)
        .forEach(context -> Check.forbidden(context, IN_WINDOWS, LINUX_CONTAINER_SECURITY));
  }

  private static void securityContexts(Cursor spec, Consumer<Cursor> rule) {
    rule.accept(spec.field("securityContext"));
    containerContexts(spec).forEach(rule);
  }

  private static Stream<Cursor> containerContexts(Cursor spec) {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> spec.field(list).items().stream())
        .map(container -> container.field("securityContext"));
  }
}
