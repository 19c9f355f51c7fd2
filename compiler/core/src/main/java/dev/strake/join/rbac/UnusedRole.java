package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.stream.Stream;

/** A role that nobody has. One that others collect by its labels is used. */
final class UnusedRole implements BundleRule {

  @Override
  public String policy() {
    return "rbac/unused-role";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    List<Part> bindings = Bindings.all(objects);
    Stream.of("Role", "ClusterRole")
        .flatMap(kind -> objects.all(Bindings.GROUP, kind).stream())
        .map(Part::of)
        .filter(
            role ->
                role.field("metadata", "labels").keys().stream().noneMatch(UnusedRole::aggregates))
        .filter(role -> bindings.stream().noneMatch(binding -> names(binding, role.object())))
        .forEach(
            role ->
                violations.add(
                    role.field("metadata", "name"), role.object().ref() + " is bound to nobody"));
  }

  private static boolean aggregates(String label) {
    return label.contains("/aggregate-to-");
  }

  private static boolean names(Part binding, Manifest role) {
    boolean near =
        role.ref().kind().equals("ClusterRole")
            || ObjectSet.namespace(role).equals(ObjectSet.namespace(binding.object()));
    return near
        && binding.field("roleRef", "kind").is(role.ref().kind())
        && Bindings.role(binding).is(role.ref().name());
  }
}
