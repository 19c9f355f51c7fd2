package dev.strake.sync.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.standin.ApiStandIn;
import dev.strake.sync.telemetry.ClusterEvent;
import dev.strake.sync.telemetry.EventSeries;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnClusterTest {

  private static final ObjectIdentity AGENT =
      new ObjectIdentity("apps", "Deployment", "default", "strake-agent");

  @TempDir Path folder;

  /**
   * Only what a server takes: an Event needs an action, and of one that is there only the series
   * may change.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/">Event
   *     v1</a>
   */
  @Test
  void anEventIsWrittenOnceAndThenCounted() {
    EventSeries series = new EventSeries();
    Instant time = Instant.parse("2026-11-23T12:00:00Z");
    try (ApiStandIn api = ApiStandIn.start();
        OwnCluster cluster =
            OwnCluster.open(
                Optional.of(api.kubeconfig(folder)),
                Optional.empty(),
                "default",
                "agent-0_".repeat(30))) {
      ClusterEvent first = event(series, time);
      cluster.write(first);
      JsonNode once = live(api, first);
      assertEquals("SyncFailed", once.path("reason").asText());
      assertEquals("apps/v1", once.at("/regarding/apiVersion").asText());
      assertEquals("2026-11-23T12:00:00.000000Z", once.path("eventTime").asText());
      assertEquals(128, once.path("reportingInstance").asText().length());
      assertEquals(true, once.path("series").isMissingNode());

      ClusterEvent second = event(series, time.plusSeconds(5));
      cluster.write(second);
      JsonNode twice = live(api, second);
      assertEquals(once.at("/metadata/uid"), twice.at("/metadata/uid"));
      assertEquals(once.path("eventTime"), twice.path("eventTime"));
      assertEquals(2, twice.at("/series/count").asInt());
      assertEquals("2026-11-23T12:00:05.000000Z", twice.at("/series/lastObservedTime").asText());
    }
  }

  private static ClusterEvent event(EventSeries series, Instant time) {
    return series
        .add(AGENT, ClusterEvent.Type.WARNING, "SyncFailed", "Sync", "apply: refused", time)
        .orElseThrow();
  }

  private static JsonNode live(ApiStandIn api, ClusterEvent event) {
    return api.live("events.k8s.io/v1", "Event", "default/" + event.name()).orElseThrow();
  }
}
