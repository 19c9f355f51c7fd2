package dev.strake.generate.loadbalancer;

import dev.strake.generate.shell.ShellLibrary;
import java.nio.file.Path;

/** Runs the function that writes VRRP's password on hosts. */
final class VrrpAuthentication {

  private VrrpAuthentication() {}

  static Program of(Path secret) throws Exception {
    String script =
        "set -euo pipefail\n"
            + ShellLibrary.named("vrrp-authentication").text()
            + "vrrp_authentication \"$1\"\n";
    return Program.run("bash", "-c", script, "bash", secret.toString());
  }
}
