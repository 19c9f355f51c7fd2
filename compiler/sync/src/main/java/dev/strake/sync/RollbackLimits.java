package dev.strake.sync;

import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.Answer;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.live.ServerVersion;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlannedChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a cluster does not give back when it is brought to an earlier commit. */
public final class RollbackLimits {

  private static final ResourceType DEFINITIONS =
      ResourceType.builtIn(
          "apiextensions.k8s.io",
          "v1",
          "CustomResourceDefinition",
          "customresourcedefinitions",
          false);
  private static final Set<Action> TOUCHED =
      EnumSet.of(Action.CHANGE, Action.RECREATE, Action.PRUNE, Action.BLOCKED);

  private final ClusterApi api;
  private final DesiredSet earlier;

  /**
   * @param earlier what the earlier commit says
   */
  public RollbackLimits(ClusterApi api, DesiredSet earlier) {
    this.api = api;
    this.earlier = earlier;
  }

  /**
   * Why there is no going back at all; empty if there is.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/#recovering-from-a-failure-state">kubeadm
   *     goes back only within an upgrade that failed</a>
   * @see <a href="https://kubernetes.io/releases/version-skew-policy/">Version skew: no component
   *     may be newer than the API server</a>
   */
  public Optional<String> refusal() {
    Optional<ServerVersion> live = api.greeting().version();
    Optional<ServerVersion> wanted = earlier.machines().version();
    if (live.isEmpty() || wanted.isEmpty() || !wanted.get().hasOlderMinorThan(live.get())) {
      return Optional.empty();
    }
    return Optional.of(
        "the commit is of Kubernetes %s and the cluster runs %s, which cannot be downgraded: restore an etcd backup of that time, or revert everything but spec.kubernetesVersion"
            .formatted(wanted.get(), live.get()));
  }

  /** What stays as it is though the plan is carried out, a line each. */
  public List<String> of(Plan plan) {
    List<String> limits = new ArrayList<>();
    storedVersions(plan, limits);
    jobs(plan, limits);
    hosts(limits);
    return limits;
  }

  /**
   * A version in which objects lie in etcd cannot be taken out of their definition.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#previous-storage-versions">Previous
   *     storage versions</a>
   */
  private void storedVersions(Plan plan, List<String> limits) {
    for (PlannedChange change : plan.changes()) {
      Optional<DesiredObject> definition =
          change.identity().groupKind().equals(DEFINITIONS.groupKind()) && isTouched(change)
              ? earlier.find(change.identity())
              : Optional.empty();
      if (definition.isPresent()) {
        Set<String> lost = stored(change.identity().name());
        lost.removeAll(versions(definition.get().object()));
        if (!lost.isEmpty()) {
          limits.add(
              "%s: there are objects stored as %s, which the commit does not define; the API server keeps the definition until they are migrated and its status.storedVersions says so"
                  .formatted(change.identity(), String.join(", ", lost)));
        }
      }
    }
  }

  private Set<String> stored(String name) {
    Answer answer = api.get(DEFINITIONS, "", name);
    Set<String> stored = new TreeSet<>();
    answer
        .found()
        .ifPresent(
            live ->
                live.items("status", "storedVersions")
                    .forEach(version -> stored.add(version.asText(""))));
    return stored;
  }

  private static Set<String> versions(KubernetesObject definition) {
    return definition.items("spec", "versions").stream()
        .map(version -> version.path("name").asText(""))
        .collect(Collectors.toSet());
  }

  private static void jobs(Plan plan, List<String> limits) {
    List<String> jobs =
        plan.changes().stream()
            .filter(change -> change.identity().groupKind().equals("Job.batch"))
            .filter(RollbackLimits::isTouched)
            .map(change -> change.identity().toString())
            .toList();
    if (!jobs.isEmpty()) {
      limits.add(
          "what Jobs have done, such as migrations of a database, is not undone: "
              + String.join(", ", jobs));
    }
    boolean stuck =
        plan.changes().stream()
            .anyMatch(
                change ->
                    change.identity().groupKind().equals("Job.batch")
                        && change.action() == Action.BLOCKED);
    if (stuck) {
      limits.add("a Job's pods cannot be changed: --recreate deletes the Job and runs it again");
    }
  }

  private void hosts(List<String> limits) {
    List<String> folders = earlier.machines().folders();
    if (!folders.isEmpty()) {
      limits.add("hosts keep the files that they have: " + String.join(", ", folders));
    }
    Optional<ServerVersion> live = api.greeting().version();
    earlier
        .machines()
        .version()
        .filter(wanted -> live.isPresent() && wanted.isOlderThan(live.get()))
        .ifPresent(
            wanted ->
                limits.add(
                    "Kubernetes stays at %s; the commit says %s"
                        .formatted(live.orElseThrow(), wanted)));
  }

  private static boolean isTouched(PlannedChange change) {
    return TOUCHED.contains(change.action());
  }
}
