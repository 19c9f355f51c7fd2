package dev.strake.sync.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.sync.FakeClock;
import dev.strake.sync.object.ObjectIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TelemetryTest {

  private final FakeClock clock = FakeClock.at("2026-11-23T12:00:00Z");
  private final List<String> lines = new ArrayList<>();

  @Test
  void metricsAreInPrometheusTextFormat() {
    AgentMetrics metrics = new AgentMetrics("0.1.0");
    metrics.fetched("clusters", "done", Duration.ofMillis(300));
    metrics.step("prod", "apply", true, Duration.ofSeconds(3));
    metrics.converged("prod", Instant.parse("2026-11-23T12:00:00Z"));
    metrics.failed("stage\"\n", true);
    metrics.held("prod", true);
    metrics.webhook("github", 401);
    metrics.statusSent("clusters", false);

    List<String> text = metrics.text().lines().toList();
    for (String line :
        List.of(
            "# TYPE strake_agent_fetches_total counter",
            "strake_agent_build_info{version=\"0.1.0\"} 1.0",
            "strake_agent_fetches_total{repository=\"clusters\",result=\"done\"} 1.0",
            "strake_agent_fetch_duration_seconds_bucket{repository=\"clusters\",le=\"0.1\"} 0",
            "strake_agent_fetch_duration_seconds_bucket{repository=\"clusters\",le=\"0.5\"} 1",
            "strake_agent_fetch_duration_seconds_sum{repository=\"clusters\"} 0.3",
            "strake_agent_step_duration_seconds_count{cluster=\"prod\",result=\"passed\",step=\"apply\"} 1",
            "strake_agent_sync_attempts_total{cluster=\"prod\",result=\"converged\"} 1.0",
            "strake_agent_sync_attempts_total{cluster=\"stage\\\"\\n\",result=\"retry\"} 1.0",
            "strake_agent_last_converged_timestamp_seconds{cluster=\"prod\"} 1.7954352E9",
            "strake_agent_cluster_converged{cluster=\"prod\"} 1.0",
            "strake_agent_cluster_held{cluster=\"prod\"} 1.0",
            "strake_agent_webhook_requests_total{host=\"github\",status=\"401\"} 1.0",
            "strake_agent_commit_statuses_total{repository=\"clusters\",result=\"failed\"} 1.0")) {
      assertTrue(text.contains(line), line + "\nis not in\n" + metrics.text());
    }
    assertTrue(AgentMetrics.contentType().startsWith("text/plain; version=0.0.4"));
  }

  @Test
  void anEventIsOneLineWhateverStrangersWrite() throws Exception {
    EventLog log = new EventLog(clock, EventLog.Level.INFO, lines::add);
    String hostile = "\n{\"level\":\"error\"}\r\u0000\u001b[2J\u2028\u202e\ud83d\ude00\"\\";
    log.write(EventLog.Level.WARN, "sync failed", Map.of("message", hostile, "cluster", "prod"));
    log.write(EventLog.Level.DEBUG, "not written", Map.of());
    log.write(EventLog.Level.ERROR, "long", Map.of("message", "x".repeat(5000)));

    assertEquals(2, lines.size());
    assertTrue(lines.get(0).chars().allMatch(c -> c >= ' ' && c < 0x7f), lines.get(0));
    JsonNode event = new ObjectMapper().readTree(lines.get(0));
    assertEquals("2026-11-23T12:00:00Z", event.path("time").asText());
    assertEquals("warn", event.path("level").asText());
    assertEquals("sync failed", event.path("event").asText());
    assertEquals(hostile, event.path("message").asText());
    assertEquals(2003, new ObjectMapper().readTree(lines.get(1)).path("message").asText().length());
  }

  private final EventSeries series = new EventSeries();

  private Optional<ClusterEvent> add(String note) {
    return series.add(
        new ObjectIdentity("", "ConfigMap", "strake-system", "prod"),
        ClusterEvent.Type.WARNING,
        "SyncFailed",
        "Sync",
        note,
        clock.instant());
  }

  @Test
  void whatIsSaidAgainIsCountedAndWrittenWhenItsNumberDoubles() {
    List<Integer> written = new ArrayList<>();
    String name = add("503").orElseThrow().name();
    for (int i = 2; i <= 20; i++) {
      clock.advance(Duration.ofSeconds(30));
      Optional<ClusterEvent> event = add("503");
      event.ifPresent(
          again -> {
            written.add(again.count());
            assertEquals(name, again.name());
            assertEquals(Instant.parse("2026-11-23T12:00:00Z"), again.first());
            assertEquals(clock.instant(), again.last());
          });
    }
    assertEquals(List.of(2, 4, 8, 16), written);
    assertNotEquals(name, add("another").orElseThrow().name());
  }

  @Test
  void aSeriesEndsWhenItIsQuiet() {
    String name = add("503").orElseThrow().name();
    clock.advance(Duration.ofMinutes(7));
    ClusterEvent again = add("503").orElseThrow();
    assertEquals(1, again.count());
    assertNotEquals(name, again.name());
  }

  @Test
  void anEventFitsWhatTheApiServerTakes() {
    ClusterEvent event =
        series
            .add(
                new ObjectIdentity("", "ConfigMap", "n", "x".repeat(253)),
                ClusterEvent.Type.NORMAL,
                "Synced",
                "Sync",
                "y".repeat(3000),
                clock.instant())
            .orElseThrow();
    assertTrue(event.name().length() <= 253, event.name());
    assertEquals(1000, event.note().length());
    for (int i = 0; i < 3000; i++) {
      assertFalse(add("note " + i).isEmpty());
    }
  }
}
