package dev.strake.api;

import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.List;
import java.util.Optional;

/**
 * Blocks that services get their addresses from.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">ValidateServiceCIDR
 *     in validation.go</a>
 */
final class ServiceCidrRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor cidrs = object.field("spec", "cidrs");
    if (cidrs.isEmpty()) {
      cidrs.missing("at least one block is needed");
    }
    Check.atMost(cidrs, 2);
    cidrs.items().forEach(Addresses::cidr);
    checkFamilies(cidrs);
  }

  /** Reports a second block of the family of the first. */
  static void checkFamilies(Cursor cidrs) {
    List<Cursor> blocks = cidrs.items();
    if (blocks.size() == 2
        && !Addresses.isDualStack(family(blocks.get(0)), family(blocks.get(1)))) {
      blocks.get(1).invalid("must be of the other family than the first");
    }
  }

  private static Optional<IpFamily> family(Cursor block) {
    return Addresses.findBlock(block.text()).map(Cidr::family);
  }
}
