package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import java.util.Optional;
import java.util.Set;

/** Who may do everything in the whole cluster, by whatever role. */
final class ClusterAdmin implements BundleRule {

  private static final String ROLE = "cluster-admin";

  /** Nobody in particular. */
  private static final Set<String> EVERYBODY =
      Set.of(
          "system:anonymous",
          "system:authenticated",
          "system:serviceaccounts",
          "system:unauthenticated");

  /** Whether a subject is for a policy to judge. */
  private enum Judged {
    MACHINES,
    PEOPLE
  }

  private final String policy;
  private final Judged judged;

  private ClusterAdmin(String policy, Judged judged) {
    this.policy = policy;
    this.judged = judged;
  }

  /** ServiceAccounts, and groups that everybody is in. */
  static ClusterAdmin ofMachines() {
    return new ClusterAdmin("rbac/cluster-admin", Judged.MACHINES);
  }

  /** Users and groups. */
  static ClusterAdmin ofPeople() {
    return new ClusterAdmin("rbac/cluster-admin-people", Judged.PEOPLE);
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part binding : Bindings.all(objects)) {
      Optional<Part> everything =
          Bindings.rules(binding, objects).stream().filter(Power::isEverything).findFirst();
      boolean admin = Bindings.isBuiltIn(binding) && Bindings.role(binding).is(ROLE);
      for (Part subject : binding.field("subjects").items()) {
        if ((admin || everything.isPresent()) && isJudged(subject)) {
          report(binding, subject, everything, violations);
        }
      }
    }
  }

  private boolean isJudged(Part subject) {
    boolean machine =
        subject.field("kind").is("ServiceAccount")
            || EVERYBODY.contains(subject.field("name").textOrEmpty())
            || subject.field("name").textOrEmpty().startsWith("system:serviceaccount");
    // The group whose members no authorizer asks.
    boolean masters = subject.field("name").is("system:masters");
    return judged == Judged.MACHINES ? machine : !machine && !masters;
  }

  private static void report(
      Part binding, Part subject, Optional<Part> everything, Violations violations) {
    String where =
        Bindings.isClusterWide(binding)
            ? "in the whole cluster"
            : "in namespace " + ObjectSet.namespace(binding.object());
    String message =
        "%s %s may do everything %s"
            .formatted(
                subject.field("kind").textOrEmpty(), subject.field("name").textOrEmpty(), where);
    if (everything.isPresent()) {
      violations.add(subject.field("name"), message, everything.get(), "by this rule");
    } else {
      violations.add(subject.field("name"), message, Bindings.role(binding), "by this role");
    }
  }
}
