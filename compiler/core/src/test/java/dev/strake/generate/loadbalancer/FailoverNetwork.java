package dev.strake.generate.loadbalancer;

import java.util.ArrayList;
import java.util.List;

/** A switch, to which hosts are plugged in; API servers and clients stand at the switch itself. */
final class FailoverNetwork {

  static final String BRIDGE = "br0";

  private FailoverNetwork() {}

  /**
   * Everything happens in namespaces of this process; their names are its own too.
   *
   * @param addresses with the lengths of their prefixes
   */
  static void make(List<String> addresses) throws Exception {
    Program.expect("mount", "-t", "tmpfs", "tmpfs", "/run");
    Program.expect("ip", "link", "set", "lo", "up");
    Program.expect("ip", "link", "add", BRIDGE, "type", "bridge");
    Program.expect("ip", "link", "set", BRIDGE, "up");
    for (String address : addresses) {
      address("", "", address, BRIDGE);
    }
  }

  /** Without the second in which IPv6 looks for others of the same address. */
  static void address(String option, String value, String address, String networkInterface)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("ip"));
    if (!option.isEmpty()) {
      command.addAll(List.of(option, value));
    }
    command.addAll(List.of("address", "add", address, "dev", networkInterface));
    if (address.contains(":")) {
      command.add("nodad");
    }
    Program.expect(command.toArray(String[]::new));
  }
}
