package dev.strake.admission;

import dev.strake.cel.CelValue;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.join.ObjectSet;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the objects that hold a policy's parameters.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/policy/generic/policy_dispatcher.go">CollectParams
 *     in policy_dispatcher.go</a>
 */
final class Params {

  private final ObjectSet objects;
  private final ServedResources resources;
  private final boolean complete;

  /**
   * @param complete whether all objects are known, so that what is not among them is missing
   */
  Params(ObjectSet objects, ServedResources resources, boolean complete) {
    this.objects = objects;
    this.resources = resources;
    this.complete = complete;
  }

  /**
   * What a policy is evaluated with, once for each.
   *
   * @param values none if the policy is not evaluated
   * @param missing why every request is refused; the empty text if it is not
   * @param open why nobody knows here; the empty text if it is known
   */
  record Found(List<CelValue> values, String missing, String open) {}

  private static final Found NONE_NEEDED = new Found(List.of(CelValue.NULL), "", "");

  Found find(NativePolicy policy, Binding binding, Request request) {
    if (policy.paramKind().isEmpty() || binding.params().isEmpty()) {
      return NONE_NEEDED;
    }
    NativePolicy.ParamKind kind = policy.paramKind().get(0);
    Binding.ParamRef reference = binding.params().get();
    ServedResource resource =
        resources.find(kind.apiVersion(), kind.kind(), !reference.namespace().isEmpty());
    String namespace = "";
    if (resource.namespaced()) {
      namespace = reference.namespace().isEmpty() ? request.namespace() : reference.namespace();
      if (namespace.isEmpty()) {
        return missing(
            "a %s lies in a namespace, and paramRef names none for objects outside of them"
                .formatted(kind.kind()));
      }
    }
    List<CelValue> values = values(resource, reference, namespace);
    return values.isEmpty() ? notFound(resource, reference, namespace) : new Found(values, "", "");
  }

  private static Found missing(String why) {
    return new Found(List.of(), why, "");
  }

  private List<CelValue> values(
      ServedResource resource, Binding.ParamRef reference, String namespace) {
    Stream<Manifest> candidates =
        (resource.namespaced()
                ? objects.all(resource.group(), resource.kind(), namespace)
                : objects.all(resource.group(), resource.kind()))
            .stream();
    Stream<Manifest> chosen =
        reference.name().isEmpty()
            ? candidates.filter(each -> reference.selector().matches(Namespaces.labels(each)))
            : candidates.filter(each -> each.ref().name().equals(reference.name())).limit(1);
    return chosen
        .map(
            each ->
                ServerDefaults.table()
                    .apply(
                        each,
                        NodePath.ROOT,
                        Optional.empty(),
                        new ServedObject(
                            resource, resource.apiVersion(resource.version()), namespace)))
        .toList();
  }

  private Found notFound(ServedResource resource, Binding.ParamRef reference, String namespace) {
    String what =
        reference.name().isEmpty()
            ? "a %s that its selector takes".formatted(resource.kind())
            : new ObjectRef(
                    "", resource.kind(), namespace.isEmpty() ? null : namespace, reference.name())
                .toString();
    boolean external =
        objects.has(
            resource.group(),
            resource.kind(),
            namespace.isEmpty() ? "default" : namespace,
            reference.name());
    if (!complete || external) {
      return new Found(
          List.of(), "", Optional.of(what).map("%s is declared elsewhere"::formatted).get());
    }
    return reference.refuses() ? missing("there is no " + what) : new Found(List.of(), "", "");
  }
}
