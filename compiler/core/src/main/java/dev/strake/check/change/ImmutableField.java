package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.ControlPlaneEndpoint;
import dev.strake.spec.Etcd;
import dev.strake.spec.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that is fixed when the first control plane is made: certificates, kubeconfigs or stored
 * objects hold its value, and no tool of Kubernetes changes it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-reconfigure/">Kubernetes:
 *     reconfiguring a kubeadm cluster</a>
 */
final class ImmutableField implements ChangeCheck {

  static final Code IMMUTABLE_FIELD = Code.error("spec/immutable-field");

  /**
   * @param value empty where the cluster has no such field
   */
  private record Fixed(
      String name,
      Function<ResolvedCluster, Optional<String>> value,
      Function<ResolvedCluster, Origin> place,
      String why) {}

  private static final List<Fixed> FIELDS =
      List.of(
          new Fixed(
              "the endpoint's host",
              cluster -> Optional.of(cluster.endpoint().host()),
              cluster -> cluster.origins().of(endpoint(cluster), ControlPlaneEndpoint::host),
              "every kubeconfig and kubelet of the cluster holds it"),
          new Fixed(
              "the endpoint's port",
              cluster -> Optional.of(Integer.toString(cluster.endpoint().port())),
              cluster -> cluster.origins().of(endpoint(cluster), ControlPlaneEndpoint::port),
              "every kubeconfig and kubelet of the cluster holds it"),
          new Fixed(
              "the domain of Services",
              cluster -> Optional.of(cluster.networks().serviceDomain()),
              cluster ->
                  cluster
                      .origins()
                      .of(cluster.spec().spec().clusterNetwork(), ClusterNetwork::serviceDomain),
              "certificates and running pods hold it"),
          new Fixed(
              "where etcd runs",
              cluster -> Optional.of(etcd(cluster).external() == null ? "local" : "external"),
              cluster ->
                  cluster.origins().of(cluster.spec().spec().controlPlane(), ControlPlane::etcd),
              "the cluster's state is there, and nothing moves it"),
          new Fixed(
              "etcd's dataDir",
              cluster -> Optional.ofNullable(etcd(cluster).local()).map(ImmutableField::dataDir),
              ImmutableField::dataDirPlace,
              "a member that finds an empty directory has lost its data"));

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    for (Fixed field : FIELDS) {
      Optional<String> was = field.value.apply(before);
      Optional<String> becomes = field.value.apply(after);
      if (was.isPresent() && becomes.isPresent() && !was.equals(becomes)) {
        sink.report(
            finding(
                field.name,
                field.why,
                new Change(was.get(), field.place.apply(before)),
                new Change(becomes.get(), field.place.apply(after))));
      }
    }
  }

  /** What stands for a value that is not there. */
  static final String NONE = "none";

  /** One side of a change. */
  record Change(String value, Origin place) {}

  static Diagnostic finding(String name, String why, Change was, Change becomes) {
    return becomes
        .place
        .finding(
            IMMUTABLE_FIELD,
            "%s is %s and cannot become %s: %s".formatted(name, was.value, becomes.value, why))
        .withRelated(was.place.range(), "as it was")
        .withHelp(
            was.value.equals(NONE)
                ? "leave it out, or set up a new cluster"
                : "write %s, or set up a new cluster".formatted(was.value));
  }

  private static ControlPlaneEndpoint endpoint(ResolvedCluster cluster) {
    return cluster.spec().spec().controlPlaneEndpoint();
  }

  private static Etcd etcd(ResolvedCluster cluster) {
    return cluster.spec().spec().controlPlane().etcd();
  }

  private static String dataDir(Etcd.Local local) {
    return local.dataDir() == null ? "/var/lib/etcd" : local.dataDir().toString();
  }

  private static Origin dataDirPlace(ResolvedCluster cluster) {
    Etcd.@Nullable Local local = etcd(cluster).local();
    return local == null
        ? cluster.origins().of(etcd(cluster))
        : cluster.origins().of(local, Etcd.Local::dataDir);
  }
}
