package dev.strake.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parts of an object that a policy judges one by one, so that a finding points at the guilty one.
 *
 * @param name as {@code forEach} has it; expressions read all of them as {@code variables.<name>},
 *     unless they lie in other elements
 * @param element the variable that holds one of them
 * @param outer whose elements hold the lists; empty if the object does
 * @param base where the lists of the outermost set lie
 * @param lists field names below the outer element or the base; a list that is missing is empty.
 *     None of them: the base itself is the only element
 * @param label CEL that names one element in the cluster's message; empty if elements have no names
 */
public record ElementSet(
    String name,
    String element,
    Optional<ElementSet> outer,
    Base base,
    List<String> lists,
    Optional<String> label) {

  /** Where lists of elements lie. */
  public enum Base {
    OBJECT("object"),
    SPEC("object.spec"),
    POD_SPEC("variables.podSpec");

    private final String expression;

    Base(String expression) {
      this.expression = expression;
    }
  }

  private static final ElementSet CONTAINERS =
      of("containers", "container", Base.POD_SPEC)
          .in("containers", "initContainers", "ephemeralContainers")
          .labelled("container.name");

  // Ephemeral containers have neither resources, ports nor probes.
  private static final ElementSet SCHEDULED_CONTAINERS =
      of("scheduledContainers", "container", Base.POD_SPEC)
          .in("containers", "initContainers")
          .labelled("container.name");

  /** All there are. */
  static final List<ElementSet> ALL =
      List.of(
          of("podSpec", PolicyVariables.POD_SPEC, Base.POD_SPEC),
          CONTAINERS,
          SCHEDULED_CONTAINERS,
          of("volumes", "volume", Base.POD_SPEC).in("volumes").labelled("volume.name"),
          of("topologySpreadConstraints", "constraint", Base.POD_SPEC)
              .in("topologySpreadConstraints")
              .labelled("constraint.topologyKey"),
          CONTAINERS.each("env", "variable").in("env").labelled("variable.name"),
          CONTAINERS.each("envFrom", "source").in("envFrom"),
          CONTAINERS.each("volumeMounts", "mount").in("volumeMounts").labelled("mount.name"),
          SCHEDULED_CONTAINERS
              .each("containerPorts", "port")
              .in("ports")
              .labelled("string(port.containerPort)"),
          of("rules", "rule", Base.OBJECT).in("rules"),
          of("subjects", "subject", Base.OBJECT)
              .in("subjects")
              .labelled("subject.kind + ' ' + subject.name"),
          of("ports", "port", Base.SPEC).in("ports").labelled("string(port.port)"),
          of("hosts", "host", Base.SPEC).in("rules"),
          of("ingress", "rule", Base.SPEC).in("ingress"),
          of("egress", "rule", Base.SPEC).in("egress"),
          of("volumeClaimTemplates", "claim", Base.SPEC)
              .in("volumeClaimTemplates")
              .labelled("claim.metadata.name"));

  public ElementSet {
    lists = List.copyOf(lists);
  }

  private static ElementSet of(String name, String element, Base base) {
    return new ElementSet(name, element, Optional.empty(), base, List.of(), Optional.empty());
  }

  private ElementSet each(String inner, String innerElement) {
    return new ElementSet(
        inner, innerElement, Optional.of(this), base, List.of(), Optional.empty());
  }

  private ElementSet in(String... fields) {
    return new ElementSet(name, element, outer, base, List.of(fields), label);
  }

  private ElementSet labelled(String expression) {
    return new ElementSet(name, element, outer, base, lists, Optional.of(expression));
  }

  static Optional<ElementSet> find(String name) {
    return ALL.stream().filter(set -> set.name.equals(name)).findFirst();
  }

  /** Whether the base itself is the only element, so that there is nothing to walk over. */
  boolean isWhole() {
    return lists.isEmpty();
  }

  /** Whether expressions can read all elements as one list. */
  boolean isVariable() {
    return outer.isEmpty() && !isWhole();
  }

  /** The variables that hold an element and those around it, the outermost first. */
  List<String> elements() {
    List<String> names = new ArrayList<>();
    outer.ifPresent(set -> names.addAll(set.elements()));
    names.add(element);
    return names;
  }

  /** The elements as one list, in CEL: all, or all of one outer element. */
  String expression() {
    String owner = outer.map(ElementSet::element).orElse(base.expression);
    return lists.stream()
        .map(list -> CelText.listOrEmpty(owner, list))
        .collect(Collectors.joining("\n+ "));
  }
}
