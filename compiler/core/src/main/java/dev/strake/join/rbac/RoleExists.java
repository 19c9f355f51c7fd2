package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import java.util.Optional;

/** A binding to a role that is not there. */
final class RoleExists implements BundleRule {

  @Override
  public String policy() {
    return "rbac/role-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part binding : Bindings.all(objects)) {
      String kind = binding.field("roleRef", "kind").textOrEmpty();
      Part name = Bindings.role(binding);
      String namespace = ObjectSet.namespace(binding.object());
      boolean there =
          Bindings.isBuiltIn(binding)
              || Bindings.find(binding, objects).isPresent()
              || objects.has(Bindings.GROUP, kind, namespace, name.textOrEmpty());
      if (name.text().isPresent() && !there) {
        violations.add(
            name, message(kind, name.textOrEmpty(), namespace), elsewhere(name, objects));
      }
    }
  }

  private static String message(String kind, String name, String namespace) {
    return kind.equals("Role")
        ? "there is no Role %s in %s".formatted(name, namespace)
        : "there is no %s %s".formatted(kind, name);
  }

  private static String elsewhere(Part name, ObjectSet objects) {
    Optional<String> other =
        objects.all(Bindings.GROUP, "Role").stream()
            .filter(role -> name.is(role.ref().name()))
            .findFirst()
            .map(ObjectSet::namespace);
    return other
        .map(namespace -> "there is one in " + namespace + ": a binding reaches only its own")
        .orElse("correct the name, or declare the role");
  }
}
