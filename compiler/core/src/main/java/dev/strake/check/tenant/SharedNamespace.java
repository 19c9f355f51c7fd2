package dev.strake.check.tenant;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origins;
import dev.strake.spec.Tenant;
import dev.strake.value.DnsLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A namespace of two tenants: each can change and delete what the other has in it. */
final class SharedNamespace implements SpecCheck {

  static final Code SHARED_NAMESPACE = Code.warning("spec/shared-namespace");

  private record Owner(Tenant tenant, int index) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Origins origins = cluster.origins();
    Map<DnsLabel, Owner> owners = new HashMap<>();
    for (Tenant tenant : cluster.spec().spec().tenants()) {
      List<DnsLabel> namespaces = tenant.namespaces();
      for (int i = 0; i < namespaces.size(); i++) {
        Owner first = owners.putIfAbsent(namespaces.get(i), new Owner(tenant, i));
        if (first != null && !first.tenant.name().equals(tenant.name())) {
          sink.report(
              origins
                  .of(tenant, Tenant::namespaces, i)
                  .finding(
                      SHARED_NAMESPACE,
                      "%s is a namespace of %s too, who can change what %s has in it"
                          .formatted(namespaces.get(i), first.tenant.name(), tenant.name()))
                  .withRelated(
                      origins.of(first.tenant, Tenant::namespaces, first.index).range(),
                      "the other tenant's")
                  .withHelp("give each tenant a namespace of its own"));
        }
      }
    }
  }
}
