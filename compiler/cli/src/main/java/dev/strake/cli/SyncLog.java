package dev.strake.cli;

import dev.strake.sync.SyncListener;
import dev.strake.sync.SyncText;
import dev.strake.sync.apply.Outcome;
import dev.strake.sync.health.wait.HealthWait;
import dev.strake.sync.health.wait.ProgressLines;
import java.io.PrintWriter;
import java.time.Instant;

/** A sync as lines of a log, one for each thing that happens. */
final class SyncLog implements SyncListener {

  private final PrintWriter log;

  SyncLog(PrintWriter log) {
    this.log = log;
  }

  @Override
  public void ended(Outcome outcome) {
    SyncText.line(outcome).ifPresent(this::print);
  }

  @Override
  public void observed(HealthWait before, HealthWait after, Instant now) {
    ProgressLines.changes(before, after, now).forEach(this::print);
  }

  /** Many threads write at once, and lines stay whole. */
  private synchronized void print(String line) {
    log.println("strake: " + line);
    log.flush();
  }
}
