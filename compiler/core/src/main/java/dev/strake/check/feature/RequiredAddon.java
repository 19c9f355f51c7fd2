package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons;
import dev.strake.spec.Addons.Autoscaling;
import dev.strake.spec.Addons.ServiceMesh;
import dev.strake.spec.Addons.ServiceMesh.MeshProvider;
import dev.strake.spec.Monitoring;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An add-on that is of no use without another one. Charts that bring the other one count as well.
 *
 * @see <a
 *     href="https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/installation.md">Vertical
 *     pod autoscaler: prerequisites</a>
 * @see <a href="https://kiali.io/docs/installation/installation-guide/prerequisites/">Kiali:
 *     prerequisites</a>
 */
final class RequiredAddon implements SpecCheck {

  static final Code REQUIRED_ADDON = Code.error("spec/required-addon");

  private static final String PROMETHEUS = "write monitoring.prometheus: {storage: 50Gi}";

  private record Need(Origin origin, String message, String help) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (Need need : needs(cluster)) {
      sink.report(need.origin().finding(REQUIRED_ADDON, need.message()).withHelp(need.help()));
    }
  }

  private static List<Need> needs(ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    Addons addons = cluster.spec().spec().addons();
    List<Need> needs = new ArrayList<>();
    boolean metrics =
        addons.metricsServer().enabled() || VendoredSoftware.has(cluster, "metrics-server");
    if (addons.autoscaling().vpa() && !metrics) {
      needs.add(
          new Need(
              origins.of(addons.autoscaling(), Autoscaling::vpa),
              "the vertical pod autoscaler reads what pods use from the metrics server, which does"
                  + " not run",
              "write metricsServer: {enabled: true}"));
    }
    ServiceMesh mesh = addons.serviceMesh();
    if (mesh.kiali() && mesh.provider() == MeshProvider.None) {
      needs.add(
          new Need(
              origins.of(mesh, ServiceMesh::kiali),
              "Kiali shows a service mesh, and there is none",
              "write provider: Istio, or kiali: false"));
    }
    if (!hasPrometheus(cluster, addons.monitoring())) {
      if (mesh.kiali() && mesh.provider() != MeshProvider.None) {
        needs.add(
            new Need(
                origins.of(mesh, ServiceMesh::kiali),
                "Kiali reads its traffic from Prometheus, which does not run",
                PROMETHEUS));
      }
      addMonitoring(addons.monitoring(), origins, needs);
    }
    return needs;
  }

  private static boolean hasPrometheus(ResolvedCluster cluster, @Nullable Monitoring monitoring) {
    return (monitoring != null && monitoring.prometheus() != null)
        || VendoredSoftware.has(
            cluster, "prometheus", "kube-prometheus-stack", "victoria-metrics-k8s-stack");
  }

  private static void addMonitoring(
      @Nullable Monitoring monitoring, Origins origins, List<Need> needs) {
    if (monitoring == null) {
      return;
    }
    if (monitoring.grafana()) {
      needs.add(
          new Need(
              origins.of(monitoring, Monitoring::grafana),
              "Grafana shows what Prometheus keeps, and there is none",
              PROMETHEUS));
    } else if (monitoring.kubeStateMetrics()
        || monitoring.nodeExporter()
        || monitoring.cAdvisor()) {
      needs.add(
          new Need(
              origins.of(monitoring), "metrics are offered, and nobody collects them", PROMETHEUS));
    }
  }
}
