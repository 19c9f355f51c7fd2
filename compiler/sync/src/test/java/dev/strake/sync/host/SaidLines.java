package dev.strake.sync.host;

import java.util.ArrayList;
import java.util.List;

/** What a rollout has told. */
final class SaidLines implements HostListener {

  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void began(PlannedHost host, String what) {
    lines.add(host.name() + ": " + what);
  }

  @Override
  public synchronized void said(PlannedHost host, String line) {
    lines.add(host.name() + "| " + line);
  }

  @Override
  public synchronized void ended(HostOutcome outcome) {
    lines.add(outcome.host().name() + " " + outcome.result().id());
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
