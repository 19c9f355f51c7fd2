package dev.strake.cli;

import dev.strake.bundle.Host;
import dev.strake.sync.host.HostListener;
import dev.strake.sync.host.HostOutcome;
import dev.strake.sync.host.HostPlanner;
import dev.strake.sync.host.HostReport;
import dev.strake.sync.host.HostRollout;
import dev.strake.sync.host.HostText;
import dev.strake.sync.host.PlannedHost;
import dev.strake.sync.host.ssh.SshTransport;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.plan.PlanText;
import dev.strake.sync.work.Workers;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A cluster's machines, in a plan and in a sync. */
final class HostStage implements AutoCloseable {

  private static final int AT_ONCE = 8;

  private final String cluster;
  private final List<Host> all;
  private final List<Host> chosen;
  private final Optional<SshTransport> transport;

  private HostStage(
      String cluster, List<Host> all, List<Host> chosen, Optional<SshTransport> transport) {
    this.cluster = cluster;
    this.all = all;
    this.chosen = chosen;
    this.transport = transport;
  }

  /**
   * @param cluster whose machines they are
   */
  static HostStage of(String cluster, List<Host> hosts, HostOptions options) {
    List<Host> chosen = options.chosen(hosts);
    return new HostStage(
        cluster, hosts, chosen, chosen.isEmpty() ? Optional.empty() : options.transport());
  }

  /** Asks them all, if there is a way to them; changes nothing. */
  List<PlannedHost> plan() {
    if (transport.isEmpty()) {
      return HostPlanner.withoutTransport(cluster, chosen);
    }
    try (Workers workers = new Workers(AT_ONCE)) {
      List<String> titles =
          chosen.stream().map(host -> host.role().record() + " " + host.name()).toList();
      return new HostPlanner(transport.get(), workers)
          .plan(all).stream().filter(host -> titles.contains(host.title())).toList();
    }
  }

  HostReport roll(List<PlannedHost> plan, Duration patience, PrintWriter log) {
    if (transport.isEmpty()) {
      return HostReport.pending(plan);
    }
    return new HostRollout(transport.get(), patience, Clock.systemUTC(), Sleeper.ofThread())
        .run(all, plan, new HostLog(log));
  }

  /** One line for each thing that happens, and for each line that a host says. */
  private record HostLog(PrintWriter log) implements HostListener {

    @Override
    public void began(PlannedHost host, String what) {
      print(host.title() + ": " + what);
    }

    @Override
    public void said(PlannedHost host, String line) {
      print(host.title() + "| " + line);
    }

    @Override
    public void ended(HostOutcome outcome) {
      if (outcome.result() != HostOutcome.Result.CURRENT) {
        HostText.lines(outcome).stream().limit(1).forEach(this::print);
      }
    }

    private void print(String line) {
      log.println("strake: " + PlanText.shown(line));
      log.flush();
    }
  }

  @Override
  public void close() {
    transport.ifPresent(SshTransport::close);
  }
}
