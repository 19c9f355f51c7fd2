package dev.strake.policy;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelValue;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
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

  private record Element(NodePath path, CelValue value) {}

  private final Manifest manifest;
  private final Optional<NodePath> podSpec;
  private final Map<String, CelValue> values = new HashMap<>();
  private final Map<ElementSet, List<Element>> elements = new HashMap<>();

  ObjectView(Manifest manifest, ObjectKind kind) {
    this.manifest = manifest;
    this.podSpec = PodTemplates.find(kind);
  }

  Manifest manifest() {
    return manifest;
  }

  /** What a policy judges one by one, in the order of the object. */
  List<Subject> subjects(Policy policy) {
    CelBindings bindings = bindings(policy);
    if (policy.forEach().isEmpty()) {
      return List.of(new Subject(NodePath.ROOT, bindings));
    }
    ElementSet set = policy.forEach().get();
    return elements(set).stream()
        .map(item -> new Subject(item.path, bindings.with(set.element(), item.value)))
        .toList();
  }

  private CelBindings bindings(Policy policy) {
    CelBindings bindings = this::find;
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
      return podSpec.flatMap(manifest::find).map(CelValue::ofObject).orElse(CelValue.EMPTY_MAP);
    }
    if (PolicyVariables.ABSENT.contains(name)) {
      return CelValue.NULL;
    }
    return ElementSet.ALL.stream()
        .filter(set -> PolicyVariables.of(set).equals(name))
        .findFirst()
        .map(set -> CelValue.listOf(elements(set).stream().map(Element::value).toList()))
        .orElse(null);
  }

  private List<Element> elements(ElementSet set) {
    List<Element> known = elements.get(set);
    if (known == null) {
      known = find(set);
      elements.put(set, known);
    }
    return known;
  }

  private List<Element> find(ElementSet set) {
    Optional<NodePath> base = base(set.base());
    List<Element> found = new ArrayList<>();
    for (String list : set.lists()) {
      base.map(path -> path.key(list)).ifPresent(path -> addItems(path, found));
    }
    return found;
  }

  private void addItems(NodePath path, List<Element> found) {
    YamlNode node = manifest.find(path).orElse(null);
    if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        found.add(new Element(path.index(i), CelValue.ofObject(list.items().get(i))));
      }
    }
  }

  private Optional<NodePath> base(ElementSet.Base base) {
    return switch (base) {
      case OBJECT -> Optional.of(NodePath.ROOT);
      case SPEC -> Optional.of(NodePath.of("spec"));
      case POD_SPEC -> podSpec;
    };
  }
}
