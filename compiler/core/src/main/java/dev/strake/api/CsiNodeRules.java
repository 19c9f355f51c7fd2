package dev.strake.api;

/**
 * Which drivers a node has.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/validation/validation.go">validateCSINodeSpec
 *     in validation.go</a>
 */
final class CsiNodeRules implements ObjectRules {

  private static final int LONGEST_ID = 256;

  @Override
  public void check(Cursor object, ApiContext context) {
    Seen names = new Seen();
    for (Cursor driver : object.field("spec", "drivers").items()) {
      Cursor name = driver.field("name");
      Check.requiredShape(name, Texts::driverProblem);
      names.add(name, name.text(), "the driver " + name.text());
      Cursor id = driver.field("nodeID");
      Check.required(driver, "nodeID");
      if (Texts.bytes(id.text()) > LONGEST_ID) {
        id.report(ApiCode.TOO_LONG, id.path() + " has more than 256 characters");
      }
      checkKeys(driver.field("topologyKeys"));
      Check.notNegative(driver.field("allocatable", "count"));
    }
  }

  private static void checkKeys(Cursor keys) {
    Seen seen = new Seen();
    for (Cursor key : keys.items()) {
      Check.requiredShape(key, Texts::qualifiedProblem);
      seen.add(key, key.text(), "the key " + key.text());
    }
  }
}
