package dev.strake.spec;

import dev.strake.value.Quantity;
import dev.strake.value.RetentionTime;
import org.jspecify.annotations.Nullable;

@Doc("Metrics over time.")
public record Monitoring(
    @Doc("Collects and keeps metrics. Absent: nobody does.") @Nullable Prometheus prometheus,
    @Doc(value = "Shows them.", byDefault = "false") Boolean grafana,
    @Doc(value = "Metrics about Kubernetes' objects.", byDefault = "false")
        Boolean kubeStateMetrics,
    @Doc(
            value = "Metrics about machines, from a DaemonSet that reads the host.",
            byDefault = "false")
        Boolean nodeExporter,
    @Doc(value = "Metrics about containers, from the kubelet.", byDefault = "false")
        Boolean cAdvisor) {

  @Doc("Collects and keeps metrics.")
  public record Prometheus(
      @Doc(value = "How long: 15d.", byDefault = "15d") RetentionTime retention,
      @Doc("The size of its volume: 50Gi.") Quantity storage) {}
}
