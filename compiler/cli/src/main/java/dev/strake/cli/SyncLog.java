package dev.strake.cli;

import dev.strake.sync.SyncListener;
import dev.strake.sync.SyncText;
import dev.strake.sync.apply.Outcome;
import dev.strake.sync.health.wait.HealthWait;
import dev.strake.sync.health.wait.ProgressLines;
import dev.strake.sync.health.wait.ProgressScreen;
import dev.strake.sync.plan.PlanText;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sync as lines of a log, one for each thing that happens. On a terminal, a wait is a screen of
 * what is not healthy, which goes away at its end.
 */
final class SyncLog implements SyncListener {

  private final PrintWriter log;
  private final Optional<TerminalScreen> screen;

  SyncLog(PrintWriter log) {
    this(log, TerminalScreen.ofStandardError(log));
  }

  /**
   * @param screen empty for a log alone
   */
  SyncLog(PrintWriter log, Optional<TerminalScreen> screen) {
    this.log = log;
    this.screen = screen;
  }

  @Override
  public void ended(Outcome outcome) {
    SyncText.line(outcome).ifPresent(this::print);
  }

  @Override
  public void observed(HealthWait before, HealthWait after, Instant now) {
    if (screen.isEmpty()) {
      ProgressLines.changes(before, after, now).forEach(this::print);
    } else {
      paint(screen.get(), after, now);
    }
  }

  private synchronized void paint(TerminalScreen terminal, HealthWait wait, Instant now) {
    if (wait.outcome(now).isOver()) {
      terminal.clear();
      return;
    }
    List<String> lines = new ProgressScreen(terminal.columns(), terminal.rows()).lines(wait, now);
    terminal.paint(lines);
  }

  /** Many threads write at once, and lines stay whole. */
  private synchronized void print(String line) {
    log.println("strake: " + PlanText.shown(line));
    log.flush();
  }
}
