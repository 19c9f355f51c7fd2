package dev.strake.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Annotations of pods that the server reads.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePodSpecificAnnotations
 *     in validation.go</a>
 */
final class PodAnnotations {

  private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
  private static final String TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";
  private static final String MIRROR = "kubernetes.io/config.mirror";
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
  private static final Pattern COST = Pattern.compile("0|-?[0-9]{1,10}");
  private static final List<String> SECCOMP_PROFILES =
      List.of("runtime/default", "docker/default", "unconfined");

  private PodAnnotations() {}

  static void check(Cursor annotations, Cursor spec) {
    for (Cursor annotation : annotations.values()) {
      String key = annotation.key();
      if (key.equals(MIRROR) && spec.field("nodeName").isBlank()) {
        annotation.forbidden("without a nodeName");
      } else if (key.equals(DELETION_COST)) {
        checkCost(annotation);
      } else if (key.equals(TOLERATIONS)) {
        checkTolerations(annotation);
      } else if (key.equals(SECCOMP_POD) || key.startsWith(SECCOMP)) {
        checkSeccomp(annotation);
      } else if (key.startsWith(APP_ARMOR)) {
        checkAppArmor(annotation, key.substring(APP_ARMOR.length()), spec);
      }
    }
  }

  /** GetTolerationsFromPodAnnotations. */
  private static void checkTolerations(Cursor tolerations) {
    String text = tolerations.text();
    if (!text.isEmpty() && !JsonText.isListOrNull(text)) {
      tolerations.invalid("must be a list of tolerations in JSON");
    }
  }

  /** GetDeletionCostFromPodAnnotations. */
  private static void checkCost(Cursor cost) {
    String text = cost.text();
    boolean leadingZero = text.startsWith("0") && text.length() > 1;
    boolean ok = COST.matcher(text).matches() && !leadingZero && fits(text);
    if (cost.isText() && !ok) {
      cost.invalid("must be a number of 32 bits");
    }
  }

  private static boolean fits(String digits) {
    long value = Long.parseLong(digits);
    return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
  }

  /** ValidateSeccompProfile. */
  private static void checkSeccomp(Cursor profile) {
    String text = profile.text();
    boolean local =
        text.startsWith("localhost/")
            && !text.startsWith("localhost//")
            && !List.of(text.split("/", -1)).contains("..");
    if (profile.isText() && !local && !SECCOMP_PROFILES.contains(text)) {
      profile.invalid("must be a seccomp profile");
    }
  }

  /** ValidateAppArmorPodAnnotations. */
  private static void checkAppArmor(Cursor profile, String container, Cursor spec) {
    boolean exists =
        Stream.of("initContainers", "containers", "ephemeralContainers")
            .flatMap(list -> spec.field(list).items().stream())
            .anyMatch(each -> each.field("name").is(container));
    if (!exists) {
      profile.reportKey(
          ApiCode.UNRESOLVED_REFERENCE, "the pod has no container of this annotation's name");
    }
    String text = profile.text();
    boolean ok =
        text.isEmpty()
            || text.equals("runtime/default")
            || text.equals("unconfined")
            || text.startsWith("localhost/");
    if (!ok) {
      profile.invalid("must be an AppArmor profile");
    }
  }
}
