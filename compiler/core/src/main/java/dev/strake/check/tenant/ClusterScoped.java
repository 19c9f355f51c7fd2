package dev.strake.check.tenant;

import dev.strake.custom.KindScopes;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.spec.Tenant;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;

/**
 * An object of the whole cluster in a tenant's folder, or one that may be: the API server takes a
 * namespace off an object that has none by its kind, so a namespace proves nothing.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/registry/rest/create.go">BeforeCreate
 *     in the API server</a>
 */
final class ClusterScoped implements BoundaryRule {

  static final Code CLUSTER_SCOPED = Code.error("compile/cluster-scoped");

  private static final NodePath KIND = NodePath.of("kind");

  private final KindScopes scopes;

  ClusterScoped(KindScopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public void check(TenantPlace tenant, Manifest object, DiagnosticSink sink) {
    switch (scopes.of(object.ref())) {
      case CLUSTER -> sink.report(tenant.limited(ofTheCluster(tenant, object), Tenant::namespaces));
      case UNKNOWN -> sink.report(tenant.limited(unknown(tenant, object), Tenant::namespaces));
      case NAMESPACE -> {}
    }
  }

  private static Diagnostic ofTheCluster(TenantPlace tenant, Manifest object) {
    String kind = object.ref().kind();
    return object
        .finding(
            CLUSTER_SCOPED,
            KIND,
            "a %s is of the whole cluster, and the tenant %s may touch its namespaces alone"
                .formatted(kind, tenant.name()))
        .withHelp(
            kind.equals("Namespace")
                ? "namespaces of tenants are described in the cluster's file, under namespaces"
                : "move it to a folder of the cluster's own, or write what is like it in a"
                    + " namespace");
  }

  private static Diagnostic unknown(TenantPlace tenant, Manifest object) {
    String kind = object.ref().kind() + " of " + object.ref().apiVersion();
    return object
        .finding(
            CLUSTER_SCOPED,
            KIND,
            "nothing declares the kind %s, so that it may be of the whole cluster, which the tenant %s may not touch"
                .formatted(Quoted.plain(kind), tenant.name()))
        .withHelp(
            "put its CustomResourceDefinition into a folder of the cluster's own, such as manifests");
  }
}
