package dev.strake.api;

import java.util.List;

/**
 * Nodes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateNode
 *     in validation.go</a>
 */
final class NodeRules implements ObjectRules {

  private static final List<String> EFFECTS =
      List.of("NoExecute", "NoSchedule", "PreferNoSchedule");

  @Override
  public void check(Cursor object, ApiContext context) {
    checkTaints(object.field("spec", "taints"));
    checkPodCidrs(object.field("spec"), context);
    QuotaNames.checkAmounts(object.field("status", "capacity"));
    QuotaNames.checkAmounts(object.field("status", "allocatable"));
  }

  /** validateNodeTaints. */
  private static void checkTaints(Cursor taints) {
    Seen seen = new Seen();
    for (Cursor taint : taints.items()) {
      Cursor key = taint.field("key");
      Cursor effect = taint.field("effect");
      Labels.checkKeyText(key);
      Labels.checkValue(taint.field("value"));
      Check.requiredOneOf(effect, EFFECTS);
      String text = key.text() + ":" + effect.text();
      seen.add(taint, text, "the taint " + text);
    }
  }

  /** A podCIDR alone is the only one of the podCIDRs. */
  private static void checkPodCidrs(Cursor spec, ApiContext context) {
    Cursor cidrs = spec.field("podCIDRs");
    if (cidrs.isEmpty() && !spec.field("podCIDR").isBlank()) {
      Addresses.legacyCidr(spec.field("podCIDR"), context);
    }
    Seen seen = new Seen();
    for (Cursor cidr : cidrs.items()) {
      Addresses.legacyCidr(cidr, context);
      seen.add(cidr, cidr.text(), "the block " + cidr.text());
    }
    Check.atMost(cidrs, 2);
    ServiceCidrRules.checkFamilies(cidrs);
  }
}
