package dev.strake.sync.lease;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Leases of a namespace at an API server. */
public final class KubernetesLeases implements Leases {

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String STRAKE = "strake";

  private final KubernetesClient client;
  private final String namespace;

  /**
   * @param client whose own retries end long before a Lease does; not closed by this
   */
  public KubernetesLeases(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  @Override
  public Optional<LeaseRecord> get(String name) throws IOException {
    return asked(() -> client.leases().inNamespace(namespace).withName(name).get())
        .map(KubernetesLeases::record);
  }

  @Override
  public List<LeaseRecord> list(String prefix) throws IOException {
    return asked(
            () ->
                client
                    .leases()
                    .inNamespace(namespace)
                    .withLabel(MANAGED_BY, STRAKE)
                    .list()
                    .getItems())
        .orElse(List.of())
        .stream()
        .filter(lease -> lease.getMetadata().getName().startsWith(prefix))
        .map(KubernetesLeases::record)
        .toList();
  }

  @Override
  public Optional<LeaseRecord> create(LeaseRecord lease) throws IOException {
    return written(lease, NonDeletingOperation::create);
  }

  @Override
  public Optional<LeaseRecord> update(LeaseRecord lease) throws IOException {
    return written(lease, NonDeletingOperation::update);
  }

  @Override
  public void delete(LeaseRecord lease) throws IOException {
    try {
      client
          .leases()
          .inNamespace(namespace)
          .resource(object(lease))
          .lockResourceVersion(lease.resourceVersion())
          .delete();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT
          && e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw new IOException("the API server does not delete a Lease: " + e.getCode(), e);
      }
    }
  }

  /** A way to write. */
  private interface Writing {
    Lease write(NonDeletingOperation<Lease> operation);
  }

  private Optional<LeaseRecord> written(LeaseRecord lease, Writing writing) throws IOException {
    try {
      Lease stored = writing.write(client.leases().inNamespace(namespace).resource(object(lease)));
      return Optional.of(record(stored));
    } catch (KubernetesClientException e) {
      // 409 for both: it is there already, or it is not what it was; 404: it is there no more.
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT
          || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      throw new IOException("the API server does not take a Lease: " + e.getCode(), e);
    }
  }

  private static <T> Optional<T> asked(Supplier<@Nullable T> question) throws IOException {
    try {
      return Optional.ofNullable(question.get());
    } catch (KubernetesClientException e) {
      throw new IOException("the API server does not tell Leases: " + e.getCode(), e);
    }
  }

  private Lease object(LeaseRecord lease) {
    return new LeaseBuilder()
        .withNewMetadata()
        .withName(lease.name())
        .withNamespace(namespace)
        .withLabels(Map.of(MANAGED_BY, STRAKE))
        .withResourceVersion(lease.resourceVersion().isEmpty() ? null : lease.resourceVersion())
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(lease.holder().isEmpty() ? null : lease.holder())
        .withLeaseDurationSeconds((int) Math.max(1, lease.duration().toSeconds()))
        .withAcquireTime(lease.acquired().atZone(ZoneOffset.UTC))
        .withRenewTime(lease.renewed().atZone(ZoneOffset.UTC))
        .withLeaseTransitions(lease.transitions())
        .endSpec()
        .build();
  }

  private static LeaseRecord record(Lease lease) {
    LeaseSpec spec = lease.getSpec() == null ? new LeaseSpec() : lease.getSpec();
    String holder = spec.getHolderIdentity();
    Integer seconds = spec.getLeaseDurationSeconds();
    Integer transitions = spec.getLeaseTransitions();
    return new LeaseRecord(
        lease.getMetadata().getName(),
        holder == null ? "" : holder,
        Duration.ofSeconds(seconds == null ? 0 : seconds),
        instant(spec.getAcquireTime()),
        instant(spec.getRenewTime()),
        transitions == null ? 0 : transitions,
        lease.getMetadata().getResourceVersion());
  }

  private static Instant instant(@Nullable ZonedDateTime time) {
    return time == null ? Instant.EPOCH : time.toInstant();
  }
}
