package dev.strake.check.tenant;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tenant's folder from which nothing is read, because no folder of the cluster holds it, or whose
 * files belong to another tenant too.
 */
final class TenantSource implements SpecCheck {

  static final Code TENANT_SOURCE = Code.error("spec/tenant-source");

  private record Owned(Tenant tenant, SourceFolder folder, Origin origin) {

    boolean overlaps(Owned other) {
      return !tenant.name().equals(other.tenant.name())
          && (folder.contains(other.folder) || other.folder.contains(folder));
    }
  }

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    List<SourceFolder> sources = cluster.sources().stream().map(SourceFolder::of).toList();
    List<Owned> seen = new ArrayList<>();
    for (Owned owned : owned(cluster.spec().spec(), cluster.origins())) {
      if (sources.stream().noneMatch(source -> source.contains(owned.folder))) {
        sink.report(unread(owned, sources));
      }
      seen.stream()
          .filter(owned::overlaps)
          .findFirst()
          .ifPresent(other -> sink.report(shared(owned, other)));
      seen.add(owned);
    }
  }

  private static List<Owned> owned(ClusterSpec spec, Origins origins) {
    List<Owned> all = new ArrayList<>();
    for (Tenant tenant : spec.tenants()) {
      for (int i = 0; i < tenant.sources().size(); i++) {
        SourceFolder folder = SourceFolder.of(tenant.sources().get(i));
        all.add(new Owned(tenant, folder, origins.of(tenant, Tenant::sources, i)));
      }
    }
    return all;
  }

  private static Diagnostic unread(Owned owned, List<SourceFolder> sources) {
    String names = sources.stream().map(SourceFolder::toString).collect(Collectors.joining(", "));
    return owned
        .origin
        .finding(
            TENANT_SOURCE,
            "nothing is read from %s: the cluster's sources are %s".formatted(owned.folder, names))
        .withHelp("name a folder below %s, or add it to spec.sources".formatted(sources.get(0)));
  }

  private static Diagnostic shared(Owned owned, Owned other) {
    return owned
        .origin
        .finding(
            TENANT_SOURCE,
            "%s of the tenant %s overlaps %s of %s"
                .formatted(owned.folder, owned.tenant.name(), other.folder, other.tenant.name()))
        .withRelated(other.origin.range(), "the other tenant's")
        .withHelp("give each tenant folders of its own, side by side");
  }
}
