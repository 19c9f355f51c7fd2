package dev.strake.api;

import dev.strake.value.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * Network policies.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">ValidateNetworkPolicySpec
 *     in validation.go</a>
 */
final class NetworkPolicyRules implements ObjectRules {

  private static final List<String> TYPES = List.of("Egress", "Ingress");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    Selectors.check(spec.field("podSelector"));
    checkRules(spec.field("ingress"), "from", context);
    checkRules(spec.field("egress"), "to", context);
    Check.atMost(spec.field("policyTypes"), TYPES.size());
    spec.field("policyTypes").items().forEach(type -> Check.requiredOneOf(type, TYPES));
  }

  private static void checkRules(Cursor rules, String peers, ApiContext context) {
    for (Cursor rule : rules.items()) {
      rule.field("ports").items().forEach(NetworkPolicyRules::checkPort);
      rule.field(peers).items().forEach(peer -> checkPeer(peer, context));
    }
  }

  /** ValidateNetworkPolicyPort. */
  private static void checkPort(Cursor rule) {
    Check.oneOf(rule.field("protocol"), ServicePorts.PROTOCOLS);
    Cursor port = rule.field("port");
    Cursor end = rule.field("endPort");
    if (port.isSet()) {
      Check.portOrName(port);
    }
    if (!end.isSet()) {
      return;
    }
    if (port.isNumber()) {
      if (end.integerOr(Long.MAX_VALUE) < port.integerOr(0)) {
        end.invalid(ApiCode.OUT_OF_RANGE, "must not be less than port");
      }
      Check.port(end);
    } else if (port.isText() || !port.isSet()) {
      end.forbidden("without a number as port");
    }
  }

  /** ValidateNetworkPolicyPeer. */
  private static void checkPeer(Cursor peer, ApiContext context) {
    if (peer.isSet() && !peer.isMapping()) {
      return;
    }
    Cursor pods = peer.field("podSelector");
    Cursor namespaces = peer.field("namespaceSelector");
    Cursor block = peer.field("ipBlock");
    Selectors.check(pods);
    Selectors.check(namespaces);
    if (block.isSet()) {
      checkBlock(block, context);
      if (pods.isSet() || namespaces.isSet()) {
        block.forbidden("beside a selector");
      }
    } else if (!pods.isSet() && !namespaces.isSet()) {
      peer.report(
          ApiCode.MISSING_FIELD,
          peer.path() + " needs one of ipBlock, namespaceSelector, podSelector");
    }
  }

  /** ValidateIPBlock. */
  private static void checkBlock(Cursor block, ApiContext context) {
    Cursor cidr = block.field("cidr");
    if (cidr.isBlank()) {
      cidr.missing();
      return;
    }
    Addresses.legacyCidr(cidr, context);
    Optional<Cidr> outer = Addresses.findBlock(cidr.text());
    for (Cursor except : block.field("except").items()) {
      Addresses.legacyCidr(except, context);
      Optional<Cidr> inner = Addresses.findBlock(except.text());
      if (outer.isPresent() && inner.isPresent() && !isInside(inner.get(), outer.get())) {
        except.invalid("must be a part of the block " + cidr.text());
      }
    }
  }

  private static boolean isInside(Cidr inner, Cidr outer) {
    return outer.contains(inner) && inner.prefix() > outer.prefix();
  }
}
