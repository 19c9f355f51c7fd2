package dev.strake.check.machine;

import dev.strake.check.Repeated;
import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.CertManagerAddon;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Account;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.NodePool;
import dev.strake.spec.Origins;
import dev.strake.spec.Storage.StorageClass;
import dev.strake.spec.Tenant;
import dev.strake.spec.Vendored;
import java.util.List;

/**
 * Two machines, or two sections of one kind, of one name. The second node of a name takes over the
 * first one's Node object, and the cluster believes that they are one machine.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/architecture/nodes/#node-name-uniqueness">Kubernetes:
 *     node name uniqueness</a>
 */
final class DuplicateName implements SpecCheck {

  static final Code DUPLICATE_NAME = Code.error("spec/duplicate-name");

  private static final String HELP = "give it a name of its own";
  private static final String NAME = "name";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Repeated machines = new Repeated(DUPLICATE_NAME, HELP, sink);
    for (Machine machine : Machine.of(cluster)) {
      machines.add(machine.name(), machine::what, NAME, machine.namedAt());
    }
    ClusterSpec spec = cluster.spec().spec();
    Origins origins = cluster.origins();
    check(spec.nodePools(), NodePool::name, "a node pool", origins, sink);
    check(spec.namespaces(), ClusterNamespace::name, "a namespace", origins, sink);
    for (ClusterNamespace namespace : spec.namespaces()) {
      check(namespace.serviceAccounts(), Account::name, "a service account", origins, sink);
    }
    check(spec.tenants(), Tenant::name, "a tenant", origins, sink);
    check(spec.storage().classes(), StorageClass::name, "a storage class", origins, sink);
    check(spec.vendored(), Vendored::name, "a vendored release", origins, sink);
    CertManagerAddon certificates = spec.addons().certManager();
    if (certificates != null) {
      check(
          certificates.clusterIssuers(),
          CertManagerAddon.ClusterIssuer::name,
          "an issuer",
          origins,
          sink);
    }
  }

  private static <R extends Record> void check(
      List<R> sections,
      Origins.Field<R, ?> name,
      String what,
      Origins origins,
      DiagnosticSink sink) {
    Repeated names = new Repeated(DUPLICATE_NAME, HELP, sink);
    for (R section : sections) {
      names.add(name.apply(section), what, NAME, origins.of(section, name));
    }
  }
}
