package dev.strake.generate.node;

import dev.strake.bundle.FileMode;
import dev.strake.generate.loadbalancer.LoadBalancerFiles;
import dev.strake.generate.shell.ShellLibrary;
import dev.strake.generate.shell.ShellScript;
import dev.strake.generate.system.SystemFamily;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.resolve.VirtualRouter;
import dev.strake.spec.LoadBalancer.Keepalived;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.SecretKeyRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A load balancer host's bootstrap.sh. Both programs are the distribution's own; neither gets a
 * configuration that it has not accepted, and both keep their connections when it changes.
 */
final class LoadBalancerScript {

  private final ResolvedCluster cluster;
  private final ResolvedLoadBalancer balancer;
  private final VirtualRouter router;
  private final InstalledFiles files;
  private final boolean debian;

  /**
   * @param below the files of the folder {@code files/}
   */
  LoadBalancerScript(
      ResolvedCluster cluster,
      ResolvedLoadBalancer balancer,
      VirtualRouter router,
      InstalledFiles below) {
    this.cluster = cluster;
    this.balancer = balancer;
    this.router = router;
    // A program accepts its configuration only if all that it names is there.
    this.files =
        below
            .and(FileMode.EXECUTABLE, LoadBalancerFiles.CHECK)
            .and(FileMode.REGULAR, LoadBalancerFiles.HAPROXY)
            .and(FileMode.REGULAR, LoadBalancerFiles.KEEPALIVED);
    this.debian = SystemFamily.of(cluster.spec().spec().os().family()) == SystemFamily.DEBIAN;
  }

  String text() {
    String purpose =
        "Makes this machine the load balancer "
            + router.host().name()
            + " of "
            + cluster.name()
            + ".";
    ShellScript script =
        ShellScript.that(
            purpose,
            "Written by Strake from the cluster's description; change it there. Run it with --help.");
    script.gap().setting("PURPOSE", purpose).setting("ROLE", "loadbalancer");
    settings(script);
    libraries().map(ShellLibrary::named).forEach(script::library);
    script.gap();
    script.passArguments("begin");
    script
        .command("step", "Secrets", "secrets")
        .command("step", "Packages", "base_packages")
        .command("step", "Password of VRRP", "password")
        .command("step", "SELinux", "selinux")
        .command("step", "Files", "files")
        .command("step", "Services", "services");
    return script.command("finish").toString();
  }

  private void settings(ShellScript script) {
    OperatingSystem os = cluster.spec().spec().os();
    Optional<HostSecret> password = password();
    script
        .setting("OS_FAMILY", os.family().name())
        .setting("OS_VERSION", Objects.toString(os.version(), ""))
        .setting("ADDRESSES", List.of(router.host().address().toString()))
        .setting("INTERFACE", router.networkInterface().toString())
        .table("FILES", files.rows())
        .table("SECRETS", password.stream().map(HostSecret::row).toList())
        .setting("PASSWORD", password.map(HostSecret::path).orElse(""))
        .setting("AUTHENTICATION", LoadBalancerFiles.VRRP_AUTHENTICATION.text())
        .setting("HAPROXY", LoadBalancerFiles.HAPROXY.text())
        .setting("KEEPALIVED", LoadBalancerFiles.KEEPALIVED.text())
        .setting("BASE_PACKAGES", List.of("haproxy", "keepalived"))
        .setting("SELINUX_BOOLEANS", List.of("haproxy_connect_any"))
        .setting("ENABLED", List.of("haproxy", "keepalived"))
        .setting("ACTIVE", List.of("haproxy", "keepalived"));
  }

  /** VRRP has one for IPv4 only. */
  private Optional<HostSecret> password() {
    Keepalived keepalived = balancer.written().keepalived();
    SecretKeyRef reference = keepalived.authPassRef();
    if (reference == null || !keepalived.virtualIP().address().isIpv4()) {
      return Optional.empty();
    }
    return Optional.of(
        new HostSecret(
            "the password of VRRP",
            HostSecret.FOLDER + reference.name() + "/" + reference.key(),
            "STRAKE_VRRP_PASSWORD",
            LoadBalancerFiles.VRRP_AUTHENTICATION.text()));
  }

  private Stream<String> libraries() {
    return Stream.of(
        "host",
        "host-files",
        "host-services",
        "host-secrets",
        "host-preflight",
        "packages",
        debian ? "packages-apt" : "packages-dnf",
        "vrrp-authentication",
        "load-balancer");
  }
}
