package dev.strake.generate.node;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Bootstrap;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import java.util.ArrayList;
import java.util.List;

/** User-data that some clouds do not take. */
final class CloudInitSizes {

  static final Code CLOUD_INIT_SIZE = Code.info("compile/cloud-init-size");

  private final ResolvedCluster cluster;
  private final List<String> hosts = new ArrayList<>();
  private int largest;

  CloudInitSizes(ResolvedCluster cluster) {
    this.cluster = cluster;
  }

  void note(String host, String text) {
    int size = CloudInit.size(text);
    if (size > CloudInit.LIMIT) {
      hosts.add(host);
      largest = Math.max(largest, size);
    }
  }

  void report(DiagnosticSink sink) {
    if (hosts.isEmpty()) {
      return;
    }
    sink.report(
        place()
            .finding(
                CLOUD_INIT_SIZE,
                "cloud-init.yaml has up to %d bytes, and some clouds take %d: %s"
                    .formatted(largest, CloudInit.LIMIT, String.join(", ", hosts)))
            .withHelp(
                "on such a cloud copy the hosts' folders and run bootstrap.sh; write format:"
                    + " [bash] if nobody needs cloud-init.yaml"));
  }

  private Origin place() {
    ClusterSpec spec = cluster.spec().spec();
    return spec.bootstrap().format().isEmpty()
        ? cluster.origins().of(spec, ClusterSpec::bootstrap)
        : cluster.origins().of(spec.bootstrap(), Bootstrap::format);
  }
}
