package dev.strake.generate.loadbalancer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The virtual address and who carries it.
 *
 * <p>Every host begins as a backup and listens first, so that one that starts takes nothing from
 * one that works. The highest priority takes the address whenever it is well: with {@code
 * nopreempt} a host whose check has failed would keep it, because it still announces itself. The
 * host's own interface is watched without being named.
 *
 * @param routerId the same on all hosts, and in no other group of the network
 * @param unicast empty for multicast
 * @param authentication a file on the host with the password; null for none, as in VRRP 3, which
 *     IPv6 needs and which has no passwords
 * @param check empty if nothing shall change the priority
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5798#section-9">RFC 5798: security</a>
 */
record VrrpInstance(
    String name,
    int routerId,
    int priority,
    Optional<Unicast> unicast,
    @Nullable String authentication,
    VirtualAddress address,
    Optional<VrrpScript> check)
    implements KeepalivedBlock {

  @Override
  public void writeTo(KeepalivedText text) {
    text.open("vrrp_instance", name);
    text.line("version", address.isIpv6() ? "3" : "2");
    text.line("state", "BACKUP");
    text.line("interface", address.networkInterface().toString());
    text.line("virtual_router_id", Integer.toString(routerId));
    text.line("priority", Integer.toString(priority));
    text.line("advert_int", "1");
    unicast.ifPresent(peers -> peers.writeTo(text));
    if (authentication != null) {
      text.comment("The password; keepalived does not start without the file.");
      text.line("includea", authentication);
    }
    address.writeTo(text);
    if (check.isPresent()) {
      text.open("track_script");
      text.line(VrrpScript.NAME);
      text.close();
    }
    text.close();
  }
}
