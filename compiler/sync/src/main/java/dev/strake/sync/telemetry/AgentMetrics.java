package dev.strake.sync.telemetry;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * The agent's metrics. Labels are names of the configuration and words of this program: nothing
 * that a stranger could make many of.
 */
public final class AgentMetrics {

  private static final double[] SECONDS = {0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800};

  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Gauge build =
      Gauge.builder()
          .name("strake_agent_build_info")
          .help("Always 1; the version is a label.")
          .labelNames("version")
          .register(registry);
  private final Counter fetches =
      Counter.builder()
          .name("strake_agent_fetches_total")
          .help("Fetches of a repository, by how they ended.")
          .labelNames("repository", "result")
          .register(registry);
  private final Histogram fetchSeconds =
      Histogram.builder()
          .name("strake_agent_fetch_duration_seconds")
          .help("How long a fetch took.")
          .labelNames("repository")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Counter attempts =
      Counter.builder()
          .name("strake_agent_sync_attempts_total")
          .help(
              "Attempts to sync a cluster, by how they ended: converged, retry, refused or left to others.")
          .labelNames("cluster", "result")
          .register(registry);
  private final Histogram stepSeconds =
      Histogram.builder()
          .name("strake_agent_step_duration_seconds")
          .help("How long a step of an attempt took.")
          .labelNames("cluster", "step", "result")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Gauge synced =
      Gauge.builder()
          .name("strake_agent_last_converged_timestamp_seconds")
          .help("When a cluster converged last, as Unix time.")
          .labelNames("cluster")
          .register(registry);
  private final Gauge healthy =
      Gauge.builder()
          .name("strake_agent_cluster_converged")
          .help("1 if the last attempt on a cluster converged, else 0.")
          .labelNames("cluster")
          .register(registry);
  private final Gauge held =
      Gauge.builder()
          .name("strake_agent_cluster_held")
          .help("1 if this replica keeps the cluster, else 0.")
          .labelNames("cluster")
          .register(registry);
  private final Counter webhooks =
      Counter.builder()
          .name("strake_agent_webhook_requests_total")
          .help("Webhook requests, by host and answered status.")
          .labelNames("host", "status")
          .register(registry);
  private final Counter statuses =
      Counter.builder()
          .name("strake_agent_commit_statuses_total")
          .help("Commit statuses sent to Git hosts, by how that ended.")
          .labelNames("repository", "result")
          .register(registry);

  public AgentMetrics(String version) {
    build.labelValues(version).set(1);
  }

  public void fetched(String repository, String result, Duration took) {
    fetches.labelValues(repository, result).inc();
    fetchSeconds.labelValues(repository).observe(seconds(took));
  }

  /** An attempt has ended well. */
  public void converged(String cluster, Instant now) {
    attempts.labelValues(cluster, "converged").inc();
    synced.labelValues(cluster).set((double) now.getEpochSecond());
    healthy.labelValues(cluster).set(1);
  }

  /** An attempt has not. */
  public void failed(String cluster, boolean retried) {
    attempts.labelValues(cluster, retried ? "retry" : "refused").inc();
    healthy.labelValues(cluster).set(0);
  }

  /** An attempt has ended because this replica may not keep the cluster any more. */
  public void left(String cluster) {
    attempts.labelValues(cluster, "left").inc();
  }

  public void step(String cluster, String step, boolean passed, Duration took) {
    stepSeconds.labelValues(cluster, step, passed ? "passed" : "failed").observe(seconds(took));
  }

  /** Of a cluster that another replica keeps, what this one knew is not told any more. */
  public void held(String cluster, boolean now) {
    held.labelValues(cluster).set(now ? 1 : 0);
    if (!now) {
      synced.remove(cluster);
      healthy.remove(cluster);
    }
  }

  public void webhook(String host, int status) {
    webhooks.labelValues(host, Integer.toString(status)).inc();
  }

  public void statusSent(String repository, boolean accepted) {
    statuses.labelValues(repository, accepted ? "accepted" : "failed").inc();
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  /** Of {@link #text}. */
  public static String contentType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }

  /** All of them in Prometheus' text format. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
