package dev.strake.api;

import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of a service. A clusterIP alone is the only one of the clusterIPs.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateServiceClusterIPsRelatedFields
 *     in validation.go</a>
 */
final class ServiceAddresses {

  private static final String NONE = "None";
  private static final Map<String, IpFamily> FAMILIES =
      Map.of("IPv4", IpFamily.IPV4, "IPv6", IpFamily.IPV6);
  private static final List<String> POLICIES =
      List.of("PreferDualStack", "RequireDualStack", "SingleStack");
  private static final String RANGES_ANNOTATION =
      "service.beta.kubernetes.io/load-balancer-source-ranges";

  private ServiceAddresses() {}

  static void check(Cursor object, String type, ApiContext context) {
    Cursor spec = object.field("spec");
    if (type.equals(ServiceRules.EXTERNAL_NAME)) {
      checkNone(spec);
    } else {
      checkHeadless(spec, type);
      checkFamilies(spec);
      checkClusterIps(spec, context);
    }
    for (Cursor address : spec.field("externalIPs").items()) {
      Addresses.legacyIp(address, context);
      checkNotSpecial(address);
    }
    checkSourceRanges(object, type, context);
  }

  /** isHeadlessService. */
  static boolean isHeadless(Cursor spec) {
    Cursor all = spec.field("clusterIPs");
    return spec.field("clusterIP").is(NONE)
        && (all.isEmpty() || (all.items().size() == 1 && all.items().get(0).is(NONE)));
  }

  private static void checkNone(Cursor spec) {
    String when = "with the type ExternalName";
    for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies")) {
      if (!spec.field(field).isEmpty()) {
        spec.field(field).forbidden(when);
      }
    }
    Check.forbidden(spec, when, List.of("ipFamilyPolicy"));
  }

  private static void checkHeadless(Cursor spec, String type) {
    if (isHeadless(spec) && !type.equals(ServiceRules.CLUSTER_IP)) {
      spec.field("clusterIP").invalid("must not be None with the type " + type);
    }
  }

  private static void checkFamilies(Cursor spec) {
    Cursor policy = spec.field("ipFamilyPolicy");
    Cursor families = spec.field("ipFamilies");
    Seen seen = new Seen();
    for (Cursor family : families.items()) {
      Check.requiredOneOf(family, List.of("IPv4", "IPv6"));
      seen.add(family, family.text(), "the family " + family.text());
    }
    Check.oneOf(policy, POLICIES);
    boolean two = families.items().size() == 2 || spec.field("clusterIPs").items().size() == 2;
    if (two && policy.is("SingleStack")) {
      policy.invalid("must be PreferDualStack or RequireDualStack for two families");
    }
  }

  private static void checkClusterIps(Cursor spec, ApiContext context) {
    Cursor one = spec.field("clusterIP");
    List<Cursor> all = spec.field("clusterIPs").items();
    if (all.isEmpty()) {
      checkClusterIp(one, context);
      checkFamily(spec, one, 0);
      return;
    }
    if (one.isBlank()) {
      spec.field("clusterIPs").forbidden("without a clusterIP");
    } else if (one.isText() && all.get(0).isText() && !one.is(all.get(0).text())) {
      all.get(0).invalid("must be the clusterIP");
    }
    for (Cursor address : all) {
      if (address.is(NONE) && all.size() > 1) {
        address.invalid("must not be None beside another");
      } else {
        checkClusterIp(address, context);
      }
    }
    checkDualStack(spec, all);
  }

  private static void checkClusterIp(Cursor address, ApiContext context) {
    if (!address.isBlank() && !address.is(NONE)) {
      Addresses.legacyIp(address, context);
    }
  }

  private static void checkDualStack(Cursor spec, List<Cursor> all) {
    if (all.size() > 2) {
      spec.field("clusterIPs").report(ApiCode.TOO_LONG, "a service has at most two clusterIPs");
    } else if (all.size() == 2 && !Addresses.isDualStack(family(all.get(0)), family(all.get(1)))) {
      all.get(1).invalid("must be of the other family than the first");
    }
    for (int i = 0; i < all.size(); i++) {
      checkFamily(spec, all.get(i), i);
    }
  }

  private static Optional<IpFamily> family(Cursor address) {
    return Addresses.find(address.text()).map(IpAddress::family);
  }

  private static void checkFamily(Cursor spec, Cursor address, int index) {
    List<Cursor> families = spec.field("ipFamilies").items();
    if (index < families.size()) {
      IpFamily wanted = FAMILIES.get(families.get(index).text());
      Optional<IpFamily> found = family(address);
      if (wanted != null && found.isPresent() && found.get() != wanted) {
        address.invalid("must be of the family " + families.get(index).text());
      }
    }
  }

  /** ValidateNonSpecialIP. */
  static void checkNotSpecial(Cursor address) {
    Addresses.find(address.text())
        .filter(SpecialAddress::isSpecial)
        .ifPresent(
            found -> address.invalid("must not be an unspecified, loopback or link-local address"));
  }

  /** The ranges of a load balancer, or the annotation that came before the field. */
  private static void checkSourceRanges(Cursor object, String type, ApiContext context) {
    Cursor ranges = object.field("spec", "loadBalancerSourceRanges");
    Cursor annotation = object.field("metadata", "annotations").field(RANGES_ANNOTATION);
    Cursor used = ranges.hasElements() ? ranges : annotation;
    if (!used.isSet() || (used == ranges && !ranges.hasElements())) {
      return;
    }
    if (!type.equals(ServiceRules.LOAD_BALANCER)) {
      used.forbidden("unless the type is LoadBalancer");
    }
    if (used == ranges) {
      ranges.items().forEach(range -> checkRange(range, range.text(), context));
    } else if (!annotation.text().isBlank()) {
      for (String range : annotation.text().split(",", -1)) {
        checkRange(annotation, range, context);
      }
    }
  }

  private static void checkRange(Cursor at, String range, ApiContext context) {
    if ((at.isText() || !at.isSet()) && !Addresses.isLegacyCidr(range.strip(), context)) {
      at.report(
          ApiCode.INVALID_VALUE,
          at.path() + " " + Texts.isNot(range.strip(), Addresses.cidrProblemOr(range.strip())));
    }
  }
}
