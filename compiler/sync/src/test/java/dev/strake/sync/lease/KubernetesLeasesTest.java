package dev.strake.sync.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiStandIn;
import dev.strake.sync.standin.Fault;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an election relies on, over HTTP: each change is based on what was read, or is none. */
final class KubernetesLeasesTest {

  private static final Instant TIME = Instant.parse("2026-11-23T12:00:00.123456Z");

  @TempDir Path folder;

  private ApiStandIn api;
  private KubernetesClient client;
  private KubernetesLeases leases;

  @BeforeEach
  void start() {
    api = ApiStandIn.start();
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(null, api.kubeconfig(folder).toFile()))
            .withRequestRetryBackoffLimit(0)
            .withRequestTimeout(1000)
            .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
    leases = new KubernetesLeases(client, "kube-system");
  }

  @AfterEach
  void stop() {
    client.close();
    api.close();
  }

  private static LeaseRecord lease(String name, String holder, String version) {
    return new LeaseRecord(name, holder, Duration.ofSeconds(15), TIME, TIME, 3, version);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    assertEquals(Optional.empty(), leases.get("one"));
    LeaseRecord created = leases.create(lease("one", "a", "")).orElseThrow();
    assertEquals(lease("one", "a", created.resourceVersion()), created);
    assertEquals(Optional.of(created), leases.get("one"));
    assertEquals(
        "\"2026-11-23T12:00:00.123456Z\"",
        api.live("coordination.k8s.io/v1", "Lease", "kube-system/one")
            .orElseThrow()
            .at("/spec/renewTime")
            .toString());
  }

  @Test
  void whoeverIsSecondIsTold() throws IOException {
    LeaseRecord first = leases.create(lease("one", "a", "")).orElseThrow();
    assertEquals(Optional.empty(), leases.create(lease("one", "b", "")));
    LeaseRecord second = leases.update(lease("one", "b", first.resourceVersion())).orElseThrow();
    assertEquals(Optional.empty(), leases.update(lease("one", "a", first.resourceVersion())));
    assertEquals(Optional.of(second), leases.get("one"));
    assertEquals(Optional.empty(), leases.update(lease("two", "a", first.resourceVersion())));
  }

  @Test
  void aLeaseThatNobodyHoldsNamesNobody() throws IOException {
    LeaseRecord held = leases.create(lease("one", "a", "")).orElseThrow();
    LeaseRecord free = leases.update(lease("one", "", held.resourceVersion())).orElseThrow();
    assertEquals("", free.holder());
    assertTrue(
        api.live("coordination.k8s.io/v1", "Lease", "kube-system/one")
            .orElseThrow()
            .at("/spec/holderIdentity")
            .isMissingNode());
  }

  @Test
  void onlyOursAreListed() throws IOException {
    leases.create(lease("strake-agent-1", "a", ""));
    leases.create(lease("strake-agent-2", "b", ""));
    leases.create(lease("strake-cluster-1", "b", ""));
    api.put(
        "{'apiVersion':'coordination.k8s.io/v1','kind':'Lease','metadata':{'name':'strake-agent-3','namespace':'kube-system'}}");
    assertEquals(
        List.of("strake-agent-1", "strake-agent-2"),
        leases.list("strake-agent-").stream().map(LeaseRecord::name).sorted().toList());
  }

  @Test
  void onlyWhatIsAsItWasReadIsDeleted() throws IOException {
    LeaseRecord first = leases.create(lease("one", "a", "")).orElseThrow();
    LeaseRecord second = leases.update(lease("one", "b", first.resourceVersion())).orElseThrow();
    leases.delete(first);
    assertEquals(Optional.of(second), leases.get("one"));
    leases.delete(second);
    assertEquals(Optional.empty(), leases.get("one"));
    leases.delete(second);
  }

  @Test
  void aServerThatFailsOrDoesNotAnswerIsNoAnswer() throws IOException {
    LeaseRecord lease = leases.create(lease("one", "a", "")).orElseThrow();
    for (Fault fault :
        List.of(Fault.answered(500), Fault.answered(403), new Fault.Dropped(false))) {
      api.failing(request -> Optional.of(fault));
      assertThrows(IOException.class, () -> leases.get("one"), fault::toString);
      assertThrows(IOException.class, () -> leases.list("one"), fault::toString);
      assertThrows(IOException.class, () -> leases.create(lease), fault::toString);
      assertThrows(IOException.class, () -> leases.update(lease), fault::toString);
      assertThrows(IOException.class, () -> leases.delete(lease), fault::toString);
    }
    api.failing(
        request -> {
          pause();
          return Optional.empty();
        });
    long began = System.nanoTime();
    assertThrows(IOException.class, () -> leases.get("one"));
    assertTrue(System.nanoTime() - began < Duration.ofMillis(2500).toNanos());
  }

  private static void pause() {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
