package dev.strake.sync.agent;

import dev.strake.sync.lease.ClusterShares;
import dev.strake.sync.lease.KubernetesLeases;
import dev.strake.sync.lease.LeaseTimings;
import dev.strake.sync.lease.Shares;
import dev.strake.sync.telemetry.ClusterEvent;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The cluster that an agent runs in: there are its Leases, and there it tells Events. */
public final class OwnCluster implements AutoCloseable {

  private static final String CONTROLLER = "strake.dev/agent";
  private static final String FIELD_MANAGER = "strake-agent";
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Shorter than a Lease's deadline, so that there is time for another attempt. */
  private static final Duration REQUEST = Duration.ofSeconds(4);

  private final KubernetesClient client;
  private final String namespace;
  private final String identity;

  private OwnCluster(KubernetesClient client, String namespace, String identity) {
    this.client = client;
    this.namespace = namespace;
    this.identity = identity;
  }

  /**
   * @param kubeconfig empty for as {@code kubectl} finds it, and in a pod for its service account
   * @param identity of this process, and of no other, ever
   */
  public static OwnCluster open(
      Optional<Path> kubeconfig, Optional<String> context, String namespace, String identity) {
    Config found =
        kubeconfig
            .map(file -> Config.fromKubeconfig(context.orElse(null), file.toFile()))
            .orElseGet(() -> Config.autoConfigure(context.orElse(null)));
    Config config =
        new ConfigBuilder(found)
            .withRequestRetryBackoffLimit(0)
            .withConnectionTimeout((int) REQUEST.toMillis())
            .withRequestTimeout((int) REQUEST.toMillis())
            .withUserAgent("strake-agent")
            .build();
    return new OwnCluster(
        new KubernetesClientBuilder().withConfig(config).build(), namespace, identity);
  }

  public Shares shares(Clock clock) {
    return shares(clock, LeaseTimings.DEFAULT);
  }

  /** With other timings; all replicas must have the same. */
  Shares shares(Clock clock, LeaseTimings timings) {
    return new ClusterShares(
        new KubernetesLeases(client, namespace), identity, timings, System::nanoTime, clock);
  }

  /** Writes an Event, or the next count of its series. */
  public void write(ClusterEvent event) {
    client
        .events()
        .v1()
        .events()
        .inNamespace(namespace)
        .resource(object(event))
        .fieldManager(FIELD_MANAGER)
        .forceConflicts()
        .serverSideApply();
  }

  private Event object(ClusterEvent event) {
    EventBuilder builder =
        new EventBuilder()
            .withNewMetadata()
            .withName(event.name())
            .withNamespace(namespace)
            .endMetadata()
            .withNewRegarding()
            .withApiVersion(event.regarding().group() + "/v1")
            .withKind(event.regarding().kind())
            .withNamespace(event.regarding().namespace())
            .withName(event.regarding().name())
            .endRegarding()
            .withType(event.type().id())
            .withReason(event.reason())
            .withAction(event.action())
            .withNote(event.note())
            .withReportingController(CONTROLLER)
            .withReportingInstance(instance())
            .withEventTime(time(event.first()));
    if (event.count() > 1) {
      builder
          .withNewSeries()
          .withCount(event.count())
          .withLastObservedTime(time(event.last()))
          .endSeries();
    }
    return builder.build();
  }

  /** At most 128 characters, says the API server. */
  private String instance() {
    return identity.length() <= 128 ? identity : identity.substring(0, 128);
  }

  private static MicroTime time(Instant instant) {
    return new MicroTime(MICROS.format(instant));
  }

  @Override
  public void close() {
    client.close();
  }
}
