package dev.strake.api;

import java.util.List;

/**
 * Seccomp and AppArmor profiles of pods and containers.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateSeccompProfileField
 *     and ValidateAppArmorProfileField in validation.go</a>
 */
final class Profiles {

  private static final String LOCALHOST = "Localhost";
  private static final List<String> TYPES = List.of(LOCALHOST, "RuntimeDefault", "Unconfined");
  private static final int LONGEST_PROFILE = 4095;

  private Profiles() {}

  static void check(Cursor securityContext) {
    checkSeccomp(securityContext.field("seccompProfile"));
    checkAppArmor(securityContext.field("appArmorProfile"));
  }

  private static void checkSeccomp(Cursor profile) {
    if (profile.isMapping()) {
      checkType(profile);
      Paths.descending(profile.field("localhostProfile"));
    }
  }

  private static void checkAppArmor(Cursor profile) {
    if (!profile.isMapping()) {
      return;
    }
    checkType(profile);
    Cursor name = profile.field("localhostProfile");
    if (profile.field("type").is(LOCALHOST) && name.isText()) {
      if (!name.text().strip().equals(name.text())) {
        name.invalid("must not have blanks around it");
      } else if (name.text().isEmpty()) {
        name.missing("the type " + LOCALHOST + " needs one");
      }
      if (Texts.bytes(name.text()) > LONGEST_PROFILE) {
        name.report(ApiCode.TOO_LONG, name.path() + " has more than 4095 characters");
      }
    }
  }

  private static void checkType(Cursor profile) {
    Cursor type = profile.field("type");
    Cursor name = profile.field("localhostProfile");
    Check.requiredOneOf(type, TYPES);
    if (type.is(LOCALHOST) && !name.isSet()) {
      name.missing("the type " + LOCALHOST + " needs one");
    } else if (type.isText() && !type.is(LOCALHOST) && name.isSet()) {
      name.forbidden("unless the type is " + LOCALHOST);
    }
  }
}
