package dev.strake.check.tenant;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.spec.Tenant;
import dev.strake.value.HostPattern;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A host name that a tenant claims and may not, such as another tenant's, or all of them: a rule
 * without a host answers for every name that nobody else has.
 */
final class ForeignHost implements BoundaryRule {

  static final Code FOREIGN_HOST = Code.error("compile/foreign-host");

  @Override
  public void check(TenantPlace tenant, Manifest object, DiagnosticSink sink) {
    List<HostPattern> allowed = tenant.tenant().allowedIngressHosts();
    if (allowed.isEmpty()) {
      return;
    }
    for (HostClaim claim : HostClaims.of(object)) {
      boolean own = claim.host().filter(host -> isAllowed(host, allowed)).isPresent();
      if (!own) {
        sink.report(foreign(tenant, object, claim));
      }
    }
  }

  private static boolean isAllowed(String host, List<HostPattern> allowed) {
    return HostPattern.parse(host.toLowerCase(Locale.ROOT))
        .match(name -> allowed.stream().anyMatch(pattern -> pattern.covers(name)), bad -> false);
  }

  private static Diagnostic foreign(TenantPlace tenant, Manifest object, HostClaim claim) {
    String what = claim.host().map(Quoted::plain).orElse("every host name");
    String own =
        tenant.tenant().allowedIngressHosts().stream()
            .map(HostPattern::toString)
            .collect(Collectors.joining(" or "));
    Diagnostic finding =
        object.finding(
            FOREIGN_HOST,
            claim.path(),
            "the tenant %s may not claim %s".formatted(tenant.name(), what));
    return tenant
        .limited(finding, Tenant::allowedIngressHosts)
        .withHelp("write a host within " + own);
  }
}
