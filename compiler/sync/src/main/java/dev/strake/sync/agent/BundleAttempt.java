package dev.strake.sync.agent;

import dev.strake.bundle.Bundle;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.git.Fetch;
import dev.strake.git.GitRepository;
import dev.strake.git.SignatureCheck;
import dev.strake.sync.SyncListener;
import dev.strake.sync.SyncPlan;
import dev.strake.sync.SyncReport;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.configuration.RepositoryConfiguration;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.live.GateClosed;
import dev.strake.sync.live.WriteGate;
import dev.strake.sync.reconcile.Attempt;
import dev.strake.sync.reconcile.Step;
import dev.strake.sync.reconcile.StepResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt at a real cluster: each step leaves behind what the next one needs. */
final class BundleAttempt implements Attempt {

  private final ClusterConfiguration cluster;
  private final RepositoryConfiguration repository;
  private final Fetch.Done fetched;
  private final WriteGate gate;
  private final SyncKit kit;
  private final Neighbours neighbours;
  private final GitRepository git;

  private @Nullable DesiredSet set;
  private @Nullable ClusterAccess access;
  private @Nullable SyncPlan plan;
  private @Nullable SyncReport report;

  BundleAttempt(
      ClusterConfiguration cluster,
      RepositoryConfiguration repository,
      Fetch.Done fetched,
      WriteGate gate,
      SyncKit kit,
      Neighbours neighbours) {
    this.cluster = cluster;
    this.repository = repository;
    this.fetched = fetched;
    this.gate = gate;
    this.kit = kit;
    this.neighbours = neighbours;
    this.git =
        GitRepository.around(fetched.repository())
            .orElseThrow(() -> new IllegalStateException("the cache is gone"));
  }

  @Override
  public StepResult run(Step step) {
    try {
      return switch (step) {
        case VERIFY -> verify();
        case COMPILE -> compile();
        case PLAN -> plan();
        case APPLY -> apply();
        case HEALTH -> health();
      };
    } catch (ClusterUnreachable e) {
      return StepResult.interrupted("the cluster cannot be reached");
    } catch (GateClosed e) {
      return StepResult.lost();
    }
  }

  private StepResult verify() {
    return new SignatureCheck(repository.signatures(), kit.clock())
        .of(git, fetched, repository.reference())
        .match(
            trusted -> StepResult.passed(),
            refused -> StepResult.refused(refused.reason() + ": " + refused.message()));
  }

  private StepResult compile() {
    Checked<List<Bundle>> compiled =
        kit.compiler().compile(git.tree(fetched.commit(), cluster.path()), cluster.name());
    if (compiled.asOptional().isEmpty()) {
      return StepResult.refused(told(compiled.diagnostics()));
    }
    List<Bundle> bundles = compiled.asOptional().get();
    Optional<Bundle> ours =
        bundles.size() == 1
            ? Optional.of(bundles.get(0))
            : bundles.stream()
                .filter(bundle -> bundle.cluster().equals(cluster.name()))
                .findFirst();
    if (ours.isEmpty()) {
      return StepResult.refused(
          bundles.isEmpty()
              ? "there is nothing to sync at this path"
              : "there are several clusters at this path, and none is named " + cluster.name());
    }
    set = DesiredSet.of(ours.get(), fetched.commit().id());
    return StepResult.passed();
  }

  /** How many there are, and the first. */
  private static String told(List<Diagnostic> diagnostics) {
    List<Diagnostic> errors =
        diagnostics.stream().filter(found -> found.severity() == Severity.ERROR).toList();
    return errors.isEmpty()
        ? "findings forbid it"
        : "%s errors; the first: %s: %s"
            .formatted(errors.size(), errors.get(0).range(), errors.get(0).message());
  }

  private StepResult plan() {
    if (set == null) {
      throw new IllegalStateException("not compiled");
    }
    access = ClusterAccess.open(cluster, gate, kit);
    plan = access.sync().plan(set, () -> neighbours.at(git, fetched.commit()));
    return StepResult.passed();
  }

  private StepResult apply() {
    if (access == null || plan == null) {
      throw new IllegalStateException("not planned");
    }
    report = access.sync().apply(plan, SyncListener.silent());
    return SyncVerdict.applied(plan.plan(), report);
  }

  private StepResult health() {
    if (report == null) {
      throw new IllegalStateException("not applied");
    }
    return SyncVerdict.healthy(report);
  }

  @Override
  public void close() {
    if (access != null) {
      access.close();
    }
    git.close();
  }
}
