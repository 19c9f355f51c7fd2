package dev.strake.api;

/**
 * Classes of devices.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/resource/validation/validation.go">validateDeviceClassSpec
 *     in validation.go</a>
 */
final class DeviceClassRules implements ObjectRules {

  private static final int MOST = 32;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Check.atMost(spec.field("selectors"), MOST);
    Check.atMost(spec.field("config"), MOST);
  }
}
