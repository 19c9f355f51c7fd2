package dev.strake.api;

/**
 * Classes of the attributes of volumes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/validation/validation.go">ValidateVolumeAttributesClass
 *     in validation.go</a>
 */
final class VolumeAttributesClassRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    StorageClassRules.checkProvisioner(object.field("driverName"));
    StorageClassRules.checkParameters(object.field("parameters"));
    Check.required(object, "parameters");
  }
}
