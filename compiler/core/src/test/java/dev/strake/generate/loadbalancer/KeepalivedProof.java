package dev.strake.generate.loadbalancer;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks keepalived what it thinks of a configuration, on a machine that is none of its hosts. */
final class KeepalivedProof {

  /** Root's and nobody else's on every machine, as keepalived wants a script to be. */
  private static final String SCRIPT = "/bin/true";

  private KeepalivedProof() {}

  static void assumePossible() throws Exception {
    Program.assumeInstalled("keepalived", "--version");
    Program.skipUnless(
        networkInterface().isPresent(), "no network but loopback; keepalived's tests need one");
  }

  /**
   * What keepalived has to say against a configuration. The network interface is this machine's,
   * the script is one that is there, and the file with the password is made as a host makes it.
   *
   * @param interfaceName in the configuration
   */
  static String check(String config, String interfaceName, Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("auth_pass"), "for-test\n");
    Path included = folder.resolve("authentication.conf");
    Files.writeString(included, VrrpAuthentication.of(secret).output());
    String here =
        config
            .replace(LoadBalancerFiles.CHECK.text(), SCRIPT)
            .replace(LoadBalancerFiles.VRRP_AUTHENTICATION.text(), included.toString())
            .replace("interface " + interfaceName, "interface " + networkInterface().orElseThrow())
            .replace("dev " + interfaceName, "dev " + networkInterface().orElseThrow());
    return check(here, folder);
  }

  /** What keepalived has to say against a configuration as it is; warnings count. */
  static String check(String config, Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("keepalived.conf"), config);
    Program check =
        Program.run("keepalived", "--config-test", "--log-console", "-f", file.toString());
    return check.output() + (check.exitCode() == 0 ? "" : "exit code " + check.exitCode());
  }

  private static Optional<String> networkInterface() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .filter(KeepalivedProof::isUsable)
        .map(NetworkInterface::getName)
        .findFirst();
  }

  private static boolean isUsable(NetworkInterface candidate) {
    try {
      return candidate.isUp() && !candidate.isLoopback() && candidate.supportsMulticast();
    } catch (SocketException e) {
      return false;
    }
  }
}
