package dev.strake.check.tenant;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Tenant;
import dev.strake.value.HostPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A host name that two tenants may claim: the ingress controller sends its requests to whichever
 * was first, or to both by their paths.
 */
final class SharedHost implements SpecCheck {

  static final Code SHARED_HOST = Code.warning("spec/shared-host");

  private record Claim(Tenant tenant, HostPattern host, Origin origin) {

    boolean overlaps(Claim other) {
      return !tenant.name().equals(other.tenant.name())
          && (host.covers(other.host) || other.host.covers(host));
    }
  }

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    List<Claim> seen = new ArrayList<>();
    for (Claim claim : claims(cluster)) {
      seen.stream()
          .filter(claim::overlaps)
          .findFirst()
          .ifPresent(other -> sink.report(shared(claim, other)));
      seen.add(claim);
    }
  }

  private static List<Claim> claims(ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    List<Claim> claims = new ArrayList<>();
    for (Tenant tenant : cluster.spec().spec().tenants()) {
      List<HostPattern> hosts = tenant.allowedIngressHosts();
      for (int i = 0; i < hosts.size(); i++) {
        Origin origin = origins.of(tenant, Tenant::allowedIngressHosts, i);
        claims.add(new Claim(tenant, hosts.get(i), origin));
      }
    }
    return claims;
  }

  private static Diagnostic shared(Claim claim, Claim other) {
    return claim
        .origin
        .finding(
            SHARED_HOST,
            "%s may be claimed by %s, and %s by %s"
                .formatted(claim.host, claim.tenant.name(), other.host, other.tenant.name()))
        .withRelated(other.origin.range(), "the other tenant's")
        .withHelp(
            "give each tenant names of its own, such as *.%s.example.net"
                .formatted(claim.tenant.name()));
  }
}
