package dev.strake.check.tenant;

import dev.strake.component.ComponentConfiguration;
import dev.strake.custom.KindScopes;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Holds the objects in tenants' folders against what the spec lets the tenants do. It is asked
 * about pull requests of people who would like to do more, so what it does not understand does not
 * pass.
 */
public final class TenantBoundary {

  private final ResolvedCluster cluster;
  private final TenantFolders folders;

  public TenantBoundary(ResolvedCluster cluster) {
    this.cluster = cluster;
    this.folders = new TenantFolders(cluster);
  }

  /** Objects of the cluster's own folders: what they say about the cluster can be trusted. */
  public List<Manifest> own(List<Manifest> written) {
    return written.stream().filter(Predicate.not(this::isTenants)).toList();
  }

  /**
   * The objects that may be compiled; each of the others is reported.
   *
   * @param scopes asked for if there is an object of a tenant; from definitions of the cluster's
   *     own
   */
  public List<Manifest> within(
      List<Manifest> written, Function<List<Manifest>, KindScopes> scopes, DiagnosticSink sink) {
    if (written.stream().noneMatch(this::isTenants)) {
      return written;
    }
    List<BoundaryRule> rules = rules(scopes.apply(own(written)));
    return written.stream().filter(object -> isWithin(object, rules, sink)).toList();
  }

  private static List<BoundaryRule> rules(KindScopes scopes) {
    return List.of(
        new ClusterScoped(scopes),
        new ForeignNamespace(scopes),
        new ForeignImage(),
        new ForeignHost(),
        new TenantGrant());
  }

  private boolean isTenants(Manifest object) {
    return owner(object).isPresent();
  }

  private Optional<Tenant> owner(Manifest object) {
    return folders.owner(object.root().file().path());
  }

  private boolean isWithin(Manifest object, List<BoundaryRule> rules, DiagnosticSink sink) {
    Optional<Tenant> owner = owner(object);
    // Configuration of components is not applied to clusters, whoever wrote it.
    if (owner.isEmpty() || ComponentConfiguration.is(object)) {
      return true;
    }
    TenantPlace tenant = new TenantPlace(owner.get(), cluster);
    List<Diagnostic> findings = new ArrayList<>();
    rules.forEach(rule -> rule.check(tenant, object, findings::add));
    findings.forEach(sink::report);
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
