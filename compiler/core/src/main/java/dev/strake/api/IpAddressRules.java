package dev.strake.api;

/**
 * Addresses that are taken.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">ValidateIPAddress
 *     in validation.go</a>
 */
final class IpAddressRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor name = object.field("metadata", "name");
    if (!name.isBlank()) {
      Addresses.ip(name);
    }
    Cursor parent = object.field("spec", "parentRef");
    if (!parent.isSet()) {
      parent.missing();
    } else if (parent.isMapping()) {
      Check.shape(parent.field("group"), Texts::subdomainProblem);
      References.segment(parent.field("resource"));
      References.segment(parent.field("name"));
      Check.shape(parent.field("namespace"), Domains::segmentProblem);
    }
  }
}
