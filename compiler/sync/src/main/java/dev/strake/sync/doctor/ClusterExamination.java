package dev.strake.sync.doctor;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.live.ServerGreeting;
import dev.strake.sync.live.ServerVersion;
import dev.strake.sync.set.SetStore;
import dev.strake.sync.set.StoredSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a cluster as a sync would find it. */
public final class ClusterExamination {

  /** The server says seconds, and its answer takes a while. */
  private static final Duration UNNOTICED = Duration.ofSeconds(5);

  /** Tokens, certificates and leases are judged by the clock of whoever looks at them. */
  private static final Duration HARMFUL = Duration.ofMinutes(1);

  private final ClusterApi api;
  private final Tooling tooling;
  private final Clock clock;

  public ClusterExamination(ClusterApi api, Tooling tooling, Clock clock) {
    this.api = api;
    this.tooling = tooling;
    this.clock = clock;
  }

  /**
   * Asks, and writes nothing.
   *
   * @param set that is to be synced; empty if nobody said which
   * @throws ClusterUnreachable if the cluster does not answer
   */
  public List<Finding> of(Optional<DesiredSet> set) {
    List<Finding> findings = new ArrayList<>();
    ServerGreeting greeting = api.greeting();
    String name = greeting.version().map(ServerVersion::text).orElse("of no known release");
    findings.add(Finding.ok("cluster", "it answers: Kubernetes " + name));
    findings.add(clock(greeting.date(), clock.instant()));
    if (set.isEmpty()) {
      findings.add(Finding.skipped("rights", "name a PATH to see whether they are enough for it"));
      return findings;
    }
    version(greeting.version(), set.get().machines().version()).ifPresent(findings::add);
    findings.addAll(new Rights(api).examine(set.get()));
    findings.add(inventory(set.get()));
    return findings;
  }

  private static Finding clock(Optional<Instant> server, Instant here) {
    if (server.isEmpty()) {
      return Finding.skipped("clock", "the server does not say what time it is");
    }
    Duration apart = Duration.between(server.get(), here).abs();
    if (apart.compareTo(UNNOTICED) <= 0) {
      return Finding.ok("clock", "it agrees with the server's");
    }
    String message = "it is %s s from the server's".formatted(apart.toSeconds());
    String help = "let both machines keep time with NTP: tokens, certificates and leases go by it";
    return apart.compareTo(HARMFUL) < 0
        ? Finding.warning("clock", message, help)
        : Finding.problem("clock", message, help);
  }

  private static Optional<Finding> version(
      Optional<ServerVersion> live, Optional<ServerVersion> wanted) {
    if (live.isEmpty() || wanted.isEmpty()) {
      return Optional.empty();
    }
    if (live.get().hasMinorOf(wanted.get())) {
      return Optional.of(
          Finding.ok("version", "the spec's, %s, fits the cluster's".formatted(wanted.get())));
    }
    String message =
        "the spec says %s, and the cluster runs %s".formatted(wanted.get(), live.get());
    return Optional.of(
        wanted.get().isOlderThan(live.get())
            ? Finding.problem(
                "version", message, "correct spec.kubernetesVersion: there is no downgrade")
            : Finding.warning(
                "version", message, "upgrade the hosts, or judge by what runs until then"));
  }

  private Finding inventory(DesiredSet set) {
    StoredSet stored = new SetStore(api, new SetName(set.name()), tooling).read();
    if (stored.refusal().isPresent()) {
      return Finding.problem(
          "inventory", stored.refusal().get(), "choose another name for the set with --set");
    }
    if (stored.trouble().isPresent()) {
      return Finding.problem(
          "inventory", stored.trouble().get(), "strake fsck %s --repair".formatted(set.name()));
    }
    return Finding.ok(
        "inventory",
        stored.live().isPresent()
            ? "%s has %s objects".formatted(set.name(), stored.inventory().size())
            : "%s has none yet: the first sync makes it".formatted(set.name()));
  }
}
