package dev.strake.api;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Annotations that say again what a security context says of seccomp and AppArmor: they must agree.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateSeccompAnnotationsAndFields
 *     and validateAppArmorAnnotationsAndFieldsMatchOnCreate in validation.go</a>
 */
final class ProfileAnnotations {

  private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String LOCALHOST = "localhost/";
  private static final String DEFAULT = "runtime/default";

  private ProfileAnnotations() {}

  /**
   * @param isPod whether it is a pod, of which the server makes a container's missing AppArmor
   *     profile from its annotation
   */
  static void check(Cursor annotations, Cursor spec, boolean isPod) {
    if (!annotations.hasElements()) {
      return;
    }
    checkSeccomp(annotations.field(SECCOMP_POD), spec.field("securityContext"));
    boolean windows = spec.field("os", "name").is("windows");
    Stream.of("initContainers", "containers")
        .flatMap(list -> spec.field(list).items().stream())
        .forEach(
            container -> {
              String name = container.field("name").text();
              checkSeccomp(annotations.field(SECCOMP + name), container.field("securityContext"));
              if (!windows) {
                checkAppArmor(annotations.field(APP_ARMOR + name), container, spec, isPod);
              }
            });
  }

  private static void checkSeccomp(Cursor annotation, Cursor securityContext) {
    Cursor profile = securityContext.field("seccompProfile");
    if (annotation.isText() && profile.isMapping()) {
      checkAgreement(annotation, profile, List.of(DEFAULT, "docker/default"));
    }
  }

  private static void checkAppArmor(
      Cursor annotation, Cursor container, Cursor spec, boolean isPod) {
    if (!annotation.isText()) {
      return;
    }
    Cursor own = container.field("securityContext", "appArmorProfile");
    boolean copied = isPod && isAppArmor(annotation.text());
    @Nullable Cursor profile =
        own.isSet() ? own : copied ? null : spec.field("securityContext", "appArmorProfile");
    if (profile != null && profile.isMapping()) {
      checkAgreement(annotation, profile, List.of(DEFAULT));
    }
  }

  /** ApparmorFieldForAnnotation: whether the server can make a field of it. */
  private static boolean isAppArmor(String text) {
    return text.equals("unconfined")
        || text.equals(DEFAULT)
        || (text.startsWith(LOCALHOST) && text.length() > LOCALHOST.length());
  }

  private static void checkAgreement(Cursor annotation, Cursor profile, List<String> defaults) {
    String text = annotation.text();
    boolean agrees =
        switch (profile.field("type").text()) {
          case "Unconfined" -> text.equals("unconfined");
          case "RuntimeDefault" -> defaults.contains(text);
          case "Localhost" -> text.equals(LOCALHOST + profile.field("localhostProfile").text());
          default -> true;
        };
    if (!agrees) {
      annotation.invalid("must say what " + profile.path() + " says");
    }
  }
}
