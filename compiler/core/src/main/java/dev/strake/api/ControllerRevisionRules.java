package dev.strake.api;

/**
 * Revisions that controllers keep.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">ValidateControllerRevisionCreate
 *     in validation.go</a>
 */
final class ControllerRevisionRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor data = object.field("data");
    if (!data.isSet()) {
      data.missing();
    } else if (context.isSince(33) && !data.isMapping()) {
      data.invalid("must be an object");
    }
    Check.notNegative(object.field("revision"));
  }
}
