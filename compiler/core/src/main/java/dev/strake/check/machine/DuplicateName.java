package dev.strake.check.machine;

import dev.strake.check.Repeated;
import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.NodePool;
import dev.strake.spec.Origins;

/**
 * Two machines, pools or namespaces of one name. The second node of a name takes over the first
 * one's Node object, and the cluster believes that they are one machine.
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
    Origins origins = cluster.origins();
    Repeated pools = new Repeated(DUPLICATE_NAME, HELP, sink);
    for (NodePool pool : cluster.spec().spec().nodePools()) {
      pools.add(pool.name(), "a node pool", NAME, origins.of(pool, NodePool::name));
    }
    Repeated namespaces = new Repeated(DUPLICATE_NAME, HELP, sink);
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      namespaces.add(
          namespace.name(), "a namespace", NAME, origins.of(namespace, ClusterNamespace::name));
    }
  }
}
