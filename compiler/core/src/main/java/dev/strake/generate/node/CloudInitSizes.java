package dev.strake.generate.node;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Bootstrap;
import java.util.ArrayList;
import java.util.List;

/** User-data that some clouds do not take. */
final class CloudInitSizes {

  static final Code CLOUD_INIT_SIZE = Code.info("compile/cloud-init-size");

  /**
   * OpenStack and Azure take 65535 characters of base64, which is four characters for three bytes.
   *
   * @see <a href="https://docs.openstack.org/api-ref/compute/#create-server">OpenStack:
   *     user_data</a>
   */
  static final int LIMIT = 65_535 / 4 * 3;

  private final ResolvedCluster cluster;
  private final List<String> hosts = new ArrayList<>();
  private int largest;

  CloudInitSizes(ResolvedCluster cluster) {
    this.cluster = cluster;
  }

  void note(String host, String text) {
    int size = CloudInit.size(text);
    if (size > LIMIT) {
      hosts.add(host);
      largest = Math.max(largest, size);
    }
  }

  void report(DiagnosticSink sink) {
    Bootstrap bootstrap = cluster.spec().spec().bootstrap();
    // Who has not asked for cloud-init.yaml need not hear of it.
    if (hosts.isEmpty() || bootstrap.format().isEmpty()) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(bootstrap, Bootstrap::format)
            .finding(
                CLOUD_INIT_SIZE,
                "cloud-init.yaml has up to %s bytes, and clouds take no more than %s: %s"
                    .formatted(largest, LIMIT, String.join(", ", hosts)))
            .withHelp(
                "on such a cloud copy the hosts' folders and run bootstrap.sh; write format:"
                    + " [bash] if nobody needs cloud-init.yaml"));
  }
}
