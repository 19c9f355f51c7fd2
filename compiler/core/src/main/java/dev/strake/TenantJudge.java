package dev.strake;

import dev.strake.check.tenant.TenantBoundary;
import dev.strake.custom.CustomKinds;
import dev.strake.custom.KindScopes;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.schema.KubernetesSchemas;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Holds tenants' objects against what the spec lets tenants do. */
final class TenantJudge {

  private final List<Manifest> shared;
  private final Supplier<KubernetesSchemas> schemas;
  private final DiagnosticSink sink;

  /**
   * @param shared manifests of the repository that belong to no cluster
   * @param schemas asked for if a tenant has objects
   */
  TenantJudge(List<Manifest> shared, Supplier<KubernetesSchemas> schemas, DiagnosticSink sink) {
    this.shared = shared;
    this.schemas = schemas;
    this.sink = sink;
  }

  /** The objects that may be compiled; each of the others is reported. */
  List<Manifest> judge(ResolvedCluster cluster, List<Manifest> written) {
    return new TenantBoundary(cluster).within(written, this::scopes, sink);
  }

  private KindScopes scopes(List<Manifest> trusted) {
    List<Manifest> definitions = Stream.concat(trusted.stream(), shared.stream()).toList();
    return new KindScopes(schemas.get(), CustomKinds.of(definitions));
  }
}
