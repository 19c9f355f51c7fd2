package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/** A pod with a token of an account that may do nothing with it. */
final class UnneededToken implements BundleRule {

  private static final String FIELD = "automountServiceAccountToken";

  @Override
  public String policy() {
    return "rbac/unneeded-token";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    List<Part> bindings = Bindings.all(objects);
    for (PodTemplate pod : objects.pods()) {
      if (mountsToken(pod, objects) && !hasAnyRole(pod, bindings)) {
        violations.add(
            pod.spec(),
            "its pods get a token of account %s, which no role is bound to"
                .formatted(pod.serviceAccount()));
      }
    }
  }

  /** What the pod says counts before what its account says. */
  private static boolean mountsToken(PodTemplate pod, ObjectSet objects) {
    Part own = pod.spec().field(FIELD);
    if (own.isSet()) {
      return !own.isFalse();
    }
    Optional<Manifest> account =
        objects.find("", "ServiceAccount", pod.namespace(), pod.serviceAccount());
    return account.isEmpty() || !Part.of(account.get()).field(FIELD).isFalse();
  }

  private static boolean hasAnyRole(PodTemplate pod, List<Part> bindings) {
    return bindings.stream()
        .anyMatch(
            binding ->
                binding.field("subjects").items().stream()
                    .anyMatch(
                        subject ->
                            Bindings.isAccount(
                                    subject, binding, pod.namespace(), pod.serviceAccount())
                                || isGroupOf(subject, pod.namespace())));
  }

  private static boolean isGroupOf(Part subject, String namespace) {
    return subject.field("name").is("system:serviceaccounts")
        || subject.field("name").is("system:serviceaccounts:" + namespace);
  }
}
