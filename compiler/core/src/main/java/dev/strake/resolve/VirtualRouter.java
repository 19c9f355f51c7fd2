package dev.strake.resolve;

import dev.strake.spec.LoadBalancer.Host;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import java.util.Optional;

/**
 * One host that can carry the virtual address.
 *
 * @param host as it was written, or made of a control plane node
 * @param networkInterface that carries the virtual address
 * @param address the host's own, of the virtual address's family, in which hosts talk to each
 *     other; empty if it has none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5798">RFC 5798: VRRP</a>
 */
public record VirtualRouter(
    Host host, InterfaceName networkInterface, Optional<IpAddress> address) {}
