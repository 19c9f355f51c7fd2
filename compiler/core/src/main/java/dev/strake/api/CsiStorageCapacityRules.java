package dev.strake.api;

/**
 * How much storage is left in a place.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/validation/validation.go">ValidateCSIStorageCapacity
 *     in validation.go</a>
 */
final class CsiStorageCapacityRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Selectors.check(object.field("nodeTopology"));
    Check.requiredShape(object.field("storageClassName"), Texts::subdomainProblem);
    Check.notNegativeQuantity(object.field("capacity"));
  }
}
