package dev.strake.policy;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelValue;
import dev.strake.component.ComponentArguments;
import dev.strake.component.ComponentArguments.Component;
import dev.strake.component.ComponentPatches;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object as expressions see it. Values are converted when they are asked for, once for all
 * policies; for one thread only.
 */
final class ObjectView {

  /**
   * What a validation judges.
   *
   * @param path of the object itself or of one of its elements
   */
  record Subject(NodePath path, CelBindings bindings) {}

  /**
   * @param outer the element that it lies in
   */
  private record Element(NodePath path, CelValue value, Optional<Element> outer) {}

  private final Manifest manifest;
  private final Optional<NodePath> podSpec;
  private final int kubernetesMinor;
  private final Map<String, CelValue> values = new HashMap<>();
  private final CelBindings own = this::find;
  private final Map<String, List<Element>> elements = new HashMap<>();

  /**
   * @param podSpec where the object has it; empty if it makes no pods
   */
  ObjectView(Manifest manifest, Optional<NodePath> podSpec, int kubernetesMinor) {
    this.manifest = manifest;
    this.podSpec = podSpec;
    this.kubernetesMinor = kubernetesMinor;
  }

  Manifest manifest() {
    return manifest;
  }

  /**
   * What a validation judges one by one, in the order of the object.
   *
   * @param bindings of the validation's policy
   */
  List<Subject> subjects(CelBindings bindings, Validation validation) {
    if (validation.forEach().isEmpty()) {
      return List.of(new Subject(NodePath.ROOT, bindings));
    }
    ElementSet set = validation.forEach().get();
    List<Element> items = elements(set);
    List<Subject> subjects = new ArrayList<>(items.size());
    for (Element item : items) {
      subjects.add(new Subject(item.path, bind(bindings, set, item)));
    }
    return subjects;
  }

  private static CelBindings bind(CelBindings bindings, ElementSet set, Element item) {
    CelBindings around = bindings;
    if (set.outer().isPresent() && item.outer.isPresent()) {
      around = bind(bindings, set.outer().get(), item.outer.get());
    }
    return around.with(set.element(), item.value);
  }

  /** What all expressions of a policy can read, whatever they judge. */
  CelBindings bindings(Policy policy) {
    CelBindings bindings = own;
    for (PolicyParameter parameter : policy.parameters()) {
      bindings = bindings.with(PolicyVariables.of(parameter), parameter.value());
    }
    return bindings;
  }

  private @Nullable CelValue find(String name) {
    CelValue known = values.get(name);
    if (known == null) {
      known = make(name);
      if (known != null) {
        values.put(name, known);
      }
    }
    return known;
  }

  private @Nullable CelValue make(String name) {
    if (name.equals(PolicyVariables.OBJECT)) {
      return CelValue.ofObject(manifest.root());
    }
    if (name.equals(PolicyVariables.POD_SPEC)) {
      return mapOrEmpty(podSpec);
    }
    if (name.equals(PolicyVariables.POD_METADATA)) {
      return mapOrEmpty(podSpec.flatMap(PodTemplates::metadata));
    }
    if (name.equals(PolicyVariables.KUBERNETES_MINOR)) {
      return CelValue.of(kubernetesMinor);
    }
    Component component = PolicyVariables.FLAGS.get(name);
    if (component != null) {
      return flags(component);
    }
    if (name.equals(PolicyVariables.IS_PATCH)) {
      return CelValue.of(ComponentPatches.is(manifest));
    }
    if (PolicyVariables.ABSENT.contains(name)) {
      return CelValue.NULL;
    }
    return ElementSet.ALL.stream()
        .filter(set -> set.isVariable() && PolicyVariables.of(set).equals(name))
        .findFirst()
        .map(set -> CelValue.listOf(elements(set).stream().map(Element::value).toList()))
        .orElse(null);
  }

  private CelValue flags(Component component) {
    Map<String, CelValue> flags = new LinkedHashMap<>();
    ComponentArguments.of(manifest, component)
        .forEach((name, value) -> flags.put(name, CelValue.of(value)));
    return CelValue.mapOf(flags);
  }

  private CelValue mapOrEmpty(Optional<NodePath> path) {
    return path.flatMap(manifest::find).map(CelValue::ofObject).orElse(CelValue.EMPTY_MAP);
  }

  private List<Element> elements(ElementSet set) {
    List<Element> known = elements.get(set.name());
    if (known == null) {
      known = find(set);
      elements.put(set.name(), known);
    }
    return known;
  }

  private List<Element> find(ElementSet set) {
    List<Element> found = new ArrayList<>();
    if (set.outer().isPresent()) {
      for (Element outer : elements(set.outer().get())) {
        addAll(set, outer.path, Optional.of(outer), found);
      }
    } else {
      base(set.base()).ifPresent(path -> addAll(set, path, Optional.empty(), found));
    }
    return found;
  }

  private void addAll(
      ElementSet set, NodePath owner, Optional<Element> outer, List<Element> found) {
    if (set.isWhole()) {
      manifest
          .find(owner)
          .ifPresent(node -> found.add(new Element(owner, CelValue.ofObject(node), outer)));
    }
    set.places().find(manifest, owner, (path, value) -> found.add(new Element(path, value, outer)));
  }

  private Optional<NodePath> base(ElementSet.Base base) {
    return switch (base) {
      case OBJECT -> Optional.of(NodePath.ROOT);
      case SPEC -> Optional.of(NodePath.of("spec"));
      case POD_SPEC -> podSpec;
      case POD_METADATA -> podSpec.flatMap(PodTemplates::metadata);
    };
  }
}
