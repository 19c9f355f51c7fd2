package dev.strake.sync.agent;

import dev.strake.git.Fetch;
import dev.strake.git.Revision;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.reconcile.Decision;
import dev.strake.sync.reconcile.ReconcileListener;
import dev.strake.sync.reconcile.Step;
import dev.strake.sync.reconcile.StepResult;
import dev.strake.sync.status.CommitState;
import dev.strake.sync.status.CommitStatus;
import dev.strake.sync.status.StatusTarget;
import dev.strake.sync.telemetry.AgentMetrics;
import dev.strake.sync.telemetry.ClusterEvent;
import dev.strake.sync.telemetry.EventLog;
import dev.strake.sync.telemetry.EventLog.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes down what happens: in the log, the metrics, Events, and at the Git hosts. */
final class Journal implements ReconcileListener {

  private final AgentConfiguration configuration;
  private final EventLog log;
  private final AgentMetrics metrics;
  private final Notices notices;
  private final Clock clock;
  private final Map<String, String> lastFetched = new ConcurrentHashMap<>();
  private final Map<String, String> lastConverged = new ConcurrentHashMap<>();

  Journal(
      AgentConfiguration configuration,
      EventLog log,
      AgentMetrics metrics,
      Notices notices,
      Clock clock) {
    this.configuration = configuration;
    this.log = log;
    this.metrics = metrics;
    this.notices = notices;
    this.clock = clock;
  }

  /** A fetch has ended; what is as it was before is no news. */
  void fetched(String repository, Fetch fetched, Duration took) {
    String result =
        fetched.match(done -> "done", failed -> failed.cause().name().toLowerCase(Locale.ROOT));
    metrics.fetched(repository, result, took);
    String news =
        fetched.match(done -> done.commit().id(), failed -> result + " " + failed.message());
    if (news.equals(lastFetched.put(repository, news))) {
      return;
    }
    Map<String, String> fields = new HashMap<>(Map.of("repository", repository));
    fetched.match(
        done -> fields.put("commit", done.commit().id()),
        failed -> fields.put("message", failed.message()));
    boolean done = result.equals("done");
    log.write(done ? Level.INFO : Level.WARN, done ? "fetched" : "fetch failed", fields);
  }

  @Override
  public void started(String cluster, Revision commit, boolean drift) {
    log.write(
        drift ? Level.DEBUG : Level.INFO,
        "sync started",
        Map.of("cluster", cluster, "commit", commit.id()));
    if (!drift) {
      status(cluster, commit, CommitState.PENDING, "being synced to " + cluster);
    }
  }

  @Override
  public void step(String cluster, Revision commit, Step step, StepResult result, Duration took) {
    boolean passed = result.match(() -> true, failed -> false);
    metrics.step(cluster, step.id(), passed, took);
    log.write(
        Level.DEBUG,
        "step ended",
        Map.of(
            "cluster", cluster,
            "commit", commit.id(),
            "step", step.id(),
            "result", passed ? "passed" : "failed",
            "milliseconds", Long.toString(took.toMillis())));
  }

  @Override
  public void converged(String cluster, Revision commit, Duration took) {
    metrics.converged(cluster, clock.instant());
    lastConverged.put(cluster, commit.id());
    log.write(
        Level.INFO,
        "converged",
        Map.of(
            "cluster", cluster,
            "commit", commit.id(),
            "milliseconds", Long.toString(took.toMillis())));
    event(cluster, ClusterEvent.Type.NORMAL, "Synced", "converged on " + commit);
    status(cluster, commit, CommitState.SUCCESS, cluster + " has converged");
  }

  @Override
  public void failed(
      String cluster, Revision commit, Step step, StepResult.Failed failure, Next next) {
    if (next == Next.LEFT_TO_OTHERS) {
      // Nothing of it to the Git host: who keeps the cluster now says what becomes of the commit.
      metrics.left(cluster);
      log.write(
          Level.INFO,
          "sync left to others",
          Map.of(
              "cluster", cluster,
              "commit", commit.id(),
              "step", step.id(),
              "message", failure.message()));
      return;
    }
    boolean retried = next == Next.RETRY;
    metrics.failed(cluster, retried);
    log.write(
        Level.ERROR,
        "sync failed",
        Map.of(
            "cluster", cluster,
            "commit", commit.id(),
            "step", step.id(),
            "message", failure.message(),
            "last", lastConverged.getOrDefault(cluster, "unknown"),
            "next", retried ? "it is tried again" : "it waits for another commit"));
    String said = step.id() + ": " + failure.message();
    event(cluster, ClusterEvent.Type.WARNING, "SyncFailed", commit + ": " + said);
    status(
        cluster,
        commit,
        retried ? CommitState.PENDING : CommitState.FAILURE,
        cluster + ": " + said);
  }

  @Override
  public void held(String cluster, Decision.Hold hold) {
    boolean keeping = !hold.reason().equals("not-held");
    log.write(
        keeping ? Level.INFO : Level.DEBUG,
        "sync held",
        Map.of("cluster", cluster, "reason", hold.reason(), "message", hold.message()));
  }

  /** Something that is about no cluster. */
  void note(Level level, String event, Map<String, String> fields) {
    log.write(level, event, fields);
  }

  AgentMetrics metrics() {
    return metrics;
  }

  private void event(String cluster, ClusterEvent.Type type, String reason, String note) {
    ObjectIdentity regarding =
        new ObjectIdentity("apps", "Deployment", configuration.namespace(), "strake-agent");
    notices.event(regarding, type, reason, cluster + ": " + note);
  }

  private void status(String cluster, Revision commit, CommitState state, String description) {
    Optional<ClusterConfiguration> found =
        configuration.clusters().stream().filter(each -> each.name().equals(cluster)).findFirst();
    if (found.isEmpty()) {
      return;
    }
    String repository = found.get().repository();
    Optional<StatusTarget> target = configuration.repository(repository).status();
    target.ifPresent(
        to ->
            notices.status(
                repository,
                to,
                new CommitStatus(commit, state, "strake/" + cluster, description, "")));
  }
}
