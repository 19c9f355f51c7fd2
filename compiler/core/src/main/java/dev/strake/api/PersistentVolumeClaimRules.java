package dev.strake.api;

/**
 * Claims of volumes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePersistentVolumeClaim
 *     in validation.go</a>
 */
final class PersistentVolumeClaimRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    ClaimSpecRules.checkClaim(object.field("spec"), context);
  }
}
