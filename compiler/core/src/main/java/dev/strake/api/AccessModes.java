package dev.strake.api;

import java.util.List;

/**
 * How volumes are shared.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePersistentVolumeClaimSpec
 *     and ValidatePersistentVolumeSpec in validation.go</a>
 */
final class AccessModes {

  private static final String ALONE = "ReadWriteOncePod";
  private static final List<String> MODES =
      List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ALONE);

  private AccessModes() {}

  static void check(Cursor modes) {
    if (modes.isEmpty()) {
      modes.missing();
    }
    boolean alone = modes.items().stream().anyMatch(mode -> mode.is(ALONE));
    for (Cursor mode : modes.items()) {
      Check.requiredOneOf(mode, MODES);
      if (alone && MODES.contains(mode.text()) && !mode.is(ALONE)) {
        mode.invalid(ApiCode.FORBIDDEN_FIELD, "must not stand beside " + ALONE);
      }
    }
  }
}
