package dev.strake.sync.lease;

import dev.strake.sync.work.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * A fleet's clusters, shared by replicas. Each replica says by a Lease of its own that it is there,
 * and each cluster has a Lease that its keeper holds. Which replica should keep which cluster
 * follows from both lists alone (rendezvous hashing), so that one that comes or goes moves no more
 * clusters than it must. Which one does is decided by the cluster's Lease.
 */
public final class ClusterShares implements Shares {

  private static final String MEMBER = "strake-agent-";
  private static final String CLUSTER = "strake-cluster-";
  private static final int NAME_DIGITS = 16;

  /** Leases are renewed side by side: one after the other, those of a large fleet would expire. */
  private static final int REQUESTS = 8;

  /** How many times a Lease's duration a member says nothing before its Lease is swept away. */
  private static final int LONG_GONE = 20;

  private final Leases leases;
  private final String identity;
  private final LeaseTimings timings;
  private final LongSupplier nanos;
  private final Clock clock;
  private final Election membership;
  private final Workers workers = new Workers(REQUESTS);
  private final Map<String, Election> elections = new ConcurrentHashMap<>();
  private final Map<String, Sighting> sightings = new HashMap<>();
  private Set<String> members = Set.of();

  /** A version of a member's Lease, and when it was first seen. */
  private record Sighting(String resourceVersion, long at) {}

  /**
   * @param identity as for {@link Election}
   */
  public ClusterShares(
      Leases leases, String identity, LeaseTimings timings, LongSupplier nanos, Clock clock) {
    this.leases = leases;
    this.identity = identity;
    this.timings = timings;
    this.nanos = nanos;
    this.clock = clock;
    this.membership = election(MEMBER + digest(identity));
  }

  private Election election(String lease) {
    return new Election(leases, lease, identity, timings, nanos, clock);
  }

  @Override
  public Duration pace() {
    return timings.retry();
  }

  @Override
  public synchronized void tick(Collection<String> clusters, Predicate<String> busy) {
    membership.tick();
    look();
    workers.map(List.copyOf(clusters), cluster -> tend(cluster, busy));
  }

  private String tend(String cluster, Predicate<String> busy) {
    Election election =
        elections.computeIfAbsent(cluster, name -> election(CLUSTER + digest(name)));
    if (keeper(cluster).equals(identity) || (election.isHeld() && busy.test(cluster))) {
      election.tick();
    } else if (election.isHeld()) {
      election.release();
    }
    return cluster;
  }

  private void look() {
    Set<String> alive = new HashSet<>();
    List<LeaseRecord> gone = new ArrayList<>();
    try {
      List<LeaseRecord> all = leases.list(MEMBER);
      for (LeaseRecord lease : all) {
        long silence = silence(lease);
        if (silence > timings.duration().multipliedBy(LONG_GONE).toNanos()) {
          gone.add(lease);
        } else if (silence <= timings.duration().toNanos() && !lease.holder().isEmpty()) {
          alive.add(lease.holder());
        }
      }
      sightings.keySet().retainAll(all.stream().map(LeaseRecord::name).toList());
      members = Set.copyOf(alive);
      // Each process has a name of its own, so that nobody would ever use these again.
      for (LeaseRecord lease : gone) {
        leases.delete(lease);
      }
    } catch (IOException e) {
      // Those of a moment ago are as good a guess as any; the clusters' Leases decide.
    }
  }

  /** For how long we have seen a Lease as it is now. */
  private long silence(LeaseRecord lease) {
    Sighting before = sightings.get(lease.name());
    if (before == null || !before.resourceVersion().equals(lease.resourceVersion())) {
      before = new Sighting(lease.resourceVersion(), nanos.getAsLong());
      sightings.put(lease.name(), before);
    }
    return nanos.getAsLong() - before.at();
  }

  /** Who should keep a cluster, of those that are there; this replica if nobody is. */
  private String keeper(String cluster) {
    return members.stream()
        .max(Comparator.comparing(member -> digest(member + "\n" + cluster)))
        .orElse(identity);
  }

  /** Waits for no request, so that it can be asked before each write. */
  @Override
  public boolean holds(String cluster) {
    Election election = elections.get(cluster);
    return election != null && election.isHeld();
  }

  /** As for {@link Election#term}. */
  @Override
  public int term(String cluster) {
    Election election = elections.get(cluster);
    return election == null ? 0 : election.term();
  }

  @Override
  public synchronized void release() {
    List<Election> held = List.copyOf(elections.values());
    workers.map(
        held,
        election -> {
          election.release();
          return election;
        });
    membership.release();
    workers.close();
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(sum, NAME_DIGITS / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
