package dev.strake.generate.loadbalancer;

import java.util.List;

/**
 * Hosts talk to each other by address, which works in networks that drop multicast, and is heard by
 * nobody else.
 *
 * @param source the host's own address
 * @param peers all other hosts'; never empty: alone, keepalived has nobody to talk to
 */
record Unicast(String source, List<String> peers) {

  Unicast {
    peers = List.copyOf(peers);
  }

  void writeTo(KeepalivedText text) {
    text.line("unicast_src_ip", source);
    text.line("check_unicast_src");
    text.open("unicast_peer");
    peers.forEach(text::line);
    text.close();
  }
}
