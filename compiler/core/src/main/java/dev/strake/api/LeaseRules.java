package dev.strake.api;

/**
 * Leases.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/coordination/validation/validation.go">ValidateLeaseSpec
 *     in validation.go</a>
 */
final class LeaseRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Check.range(object.field("spec", "leaseDurationSeconds"), 1, Long.MAX_VALUE);
    Check.notNegative(object.field("spec", "leaseTransitions"));
  }
}
