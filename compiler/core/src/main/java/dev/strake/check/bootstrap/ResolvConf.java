package dev.strake.check.bootstrap;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.OperatingSystem.Family;
import dev.strake.spec.Origins;
import dev.strake.value.AbsolutePath;

/**
 * A resolv.conf that leads pods' questions back to where they came from. On ubuntu /etc/resolv.conf
 * names systemd-resolved's own address on the loopback; CoreDNS, which asks there, asks itself and
 * stops. Elsewhere systemd-resolved does not run, and its file does not exist.
 *
 * @see <a
 *     href="https://coredns.io/plugins/loop/#troubleshooting-loops-in-kubernetes-clusters">CoreDNS:
 *     loops in Kubernetes clusters</a>
 */
final class ResolvConf implements SpecCheck {

  static final Code RESOLV_CONF = Code.warning("spec/resolv-conf");

  private static final String PLAIN = "/etc/resolv.conf";
  private static final String RESOLVED = "/run/systemd/resolve/";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    OperatingSystem os = cluster.spec().spec().os();
    AbsolutePath written = os.resolvConf();
    if (written == null) {
      return;
    }
    boolean stub =
        written.text().equals(PLAIN) || written.text().equals(RESOLVED + "stub-resolv.conf");
    if (os.family() == Family.ubuntu && stub) {
      report(
          cluster,
          "on ubuntu this file names systemd-resolved on the loopback: CoreDNS asks itself, and"
              + " stops",
          "write resolvConf: /run/systemd/resolve/resolv.conf, or leave it out",
          sink);
    } else if (os.family() != Family.ubuntu && written.text().startsWith(RESOLVED)) {
      report(
          cluster,
          "systemd-resolved does not run on %s by itself: without the file no pod starts"
              .formatted(os.family()),
          "write resolvConf: /etc/resolv.conf, or leave it out",
          sink);
    }
  }

  private static void report(
      ResolvedCluster cluster, String message, String help, DiagnosticSink sink) {
    OperatingSystem os = cluster.spec().spec().os();
    Origins origins = cluster.origins();
    var finding = origins.of(os, OperatingSystem::resolvConf).finding(RESOLV_CONF, message);
    sink.report(
        origins.isWritten(os, OperatingSystem::family)
            ? finding
                .withRelated(origins.of(os, OperatingSystem::family).range(), "the system")
                .withHelp(help)
            : finding.withHelp(help));
  }
}
