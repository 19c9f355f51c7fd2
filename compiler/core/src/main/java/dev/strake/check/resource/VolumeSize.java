package dev.strake.check.resource;

import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Logging;
import dev.strake.spec.Monitoring;
import dev.strake.spec.Monitoring.Prometheus;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Tracing;
import dev.strake.value.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * The volume of an add-on that keeps something.
 *
 * @param what that is: {@code metrics}
 */
public record VolumeSize(String what, Quantity size, Origin origin) {

  /** The volumes that the spec's add-ons ask for. */
  public static List<VolumeSize> of(ClusterSpec spec, Origins origins) {
    List<VolumeSize> volumes = new ArrayList<>();
    Monitoring monitoring = spec.addons().monitoring();
    Prometheus prometheus = monitoring == null ? null : monitoring.prometheus();
    if (prometheus != null) {
      Origin origin = origins.of(prometheus, Prometheus::storage);
      volumes.add(new VolumeSize("metrics", prometheus.storage(), origin));
    }
    Logging logging = spec.addons().logging();
    if (logging != null) {
      volumes.add(new VolumeSize("logs", logging.storage(), logging.storagePlace(origins)));
    }
    Tracing tracing = spec.addons().tracing();
    Quantity traces = tracing == null ? null : tracing.storage();
    if (tracing != null && traces != null) {
      volumes.add(new VolumeSize("traces", traces, tracing.storagePlace(origins)));
    }
    return volumes;
  }
}
