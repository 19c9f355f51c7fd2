package dev.strake.generate.loadbalancer;

import dev.strake.generate.shell.ShellLibrary;
import dev.strake.generate.shell.ShellScript;
import dev.strake.resolve.ResolvedLoadBalancer;

/**
 * check-apiserver.sh: whether clients that come to this host reach an API server. It believes
 * HAProxy's own checks, which have asked the servers over TLS, and needs neither a certificate nor
 * a program beside bash.
 */
final class CheckScript {

  /** Shorter than the shortest interval of keepalived, which is a second. */
  private static final String PATIENCE_SECONDS = "0.8";

  private CheckScript() {}

  static String of(ResolvedLoadBalancer balancer) {
    return ShellScript.that(
            "Fails unless HAProxy runs on this host and has an API server that is ready.",
            "Written by Strake from the cluster's description; change it there.")
        .gap()
        .setting("STATS_PORT", Integer.toString(balancer.statsPort()))
        .setting("STATS_PATH", StatsSection.PAGE + ";csv;norefresh")
        .setting("BACKEND", HaproxyConfig.API_SERVER)
        .setting("PATIENCE_SECONDS", PATIENCE_SECONDS)
        .library(ShellLibrary.named("check-apiserver"))
        .gap()
        .command("check_apiserver")
        .toString();
  }
}
