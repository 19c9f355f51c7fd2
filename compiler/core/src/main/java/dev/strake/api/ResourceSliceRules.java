package dev.strake.api;

/**
 * Devices that a driver offers.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/resource/validation/validation.go">validateResourceSliceSpec
 *     in validation.go</a>
 */
final class ResourceSliceRules implements ObjectRules {

  private static final int MOST_DEVICES = 128;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    Check.requiredShape(spec.field("driver"), Texts::driverProblem);
    Check.shape(spec.field("nodeName"), Texts::subdomainProblem);
    Cursor pool = spec.field("pool");
    Check.required(pool, "name");
    Check.notNegative(pool.field("generation"));
    Check.range(pool.field("resourceSliceCount"), 1, Long.MAX_VALUE);
    Check.atMost(spec.field("devices"), MOST_DEVICES);
    Seen names = new Seen();
    for (Cursor device : spec.field("devices").items()) {
      Cursor name = device.field("name");
      Check.requiredShape(name, Texts::labelProblem);
      names.add(name, name.text(), "a device named " + name.text());
    }
  }
}
