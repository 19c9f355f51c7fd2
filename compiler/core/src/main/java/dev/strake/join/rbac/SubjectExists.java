package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;

/**
 * A binding for a ServiceAccount that is not there. Only of namespaces that are ours it is known.
 */
final class SubjectExists implements BundleRule {

  @Override
  public String policy() {
    return "rbac/subject-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part binding : Bindings.all(objects)) {
      for (Part subject : binding.field("subjects").items()) {
        String name = subject.field("name").textOrEmpty();
        String namespace = Bindings.accountNamespace(subject, binding);
        boolean judged =
            subject.field("kind").is("ServiceAccount")
                && !name.equals("default")
                && !namespace.equals("kube-system")
                && objects.knows(namespace)
                && !objects.mayHaveOtherPods(namespace);
        if (judged && !objects.has("", "ServiceAccount", namespace, name)) {
          violations.add(
              subject.field("name"),
              "there is no ServiceAccount %s in %s".formatted(name, namespace));
        }
      }
    }
  }
}
