package dev.strake.sync.live;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The way to one cluster, open until it is closed. */
public final class ClusterConnection implements AutoCloseable {

  private static final Duration ATTEMPT = Duration.ofSeconds(34);

  private final KubernetesClient client;
  private final ClusterApi api;

  private ClusterConnection(KubernetesClient client, RetryPolicy retries, WriteGate gate) {
    this.client = client;
    this.api =
        new HttpClusterApi(
            new ApiHttp(
                client.getHttpClient(),
                URI.create(client.getConfiguration().getMasterUrl()),
                retries,
                ATTEMPT,
                Sleeper.ofThread(),
                gate));
  }

  /**
   * As {@code kubectl} finds its cluster: a file that is named, else {@code $KUBECONFIG}, else the
   * user's, else the service account of the pod.
   *
   * @param context of the file; empty for its current one
   * @throws ClusterUnreachable if there is no such file or context
   */
  public static ClusterConnection open(
      Optional<Path> kubeconfig, Optional<String> context, RetryPolicy retries) {
    return open(kubeconfig, context, retries, WriteGate.open());
  }

  /**
   * The same for one of several processes.
   *
   * @param gate asked before each write
   */
  public static ClusterConnection open(
      Optional<Path> kubeconfig, Optional<String> context, RetryPolicy retries, WriteGate gate) {
    Config config =
        kubeconfig
            .map(file -> read(file, context))
            .orElseGet(() -> Config.autoConfigure(context.orElse(null)));
    Config own =
        new ConfigBuilder(config)
            // Retries are ours: they must know what is safe to repeat.
            .withRequestRetryBackoffLimit(0)
            .withConnectionTimeout((int) Duration.ofSeconds(10).toMillis())
            .withRequestTimeout((int) ATTEMPT.toMillis())
            .withUserAgent("strake")
            .build();
    return new ClusterConnection(
        new KubernetesClientBuilder().withConfig(own).build(), retries, gate);
  }

  private static Config read(Path file, Optional<String> context) {
    try {
      return Config.fromKubeconfig(context.orElse(null), file.toFile());
    } catch (RuntimeException e) {
      throw new ClusterUnreachable("cannot read the kubeconfig " + file, e);
    }
  }

  public ClusterApi api() {
    return api;
  }

  /** Its address, for people. */
  public String server() {
    return client.getConfiguration().getMasterUrl();
  }

  @Override
  public void close() {
    client.close();
  }
}
