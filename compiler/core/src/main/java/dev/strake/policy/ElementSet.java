package dev.strake.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parts of an object that a policy judges one by one, so that a finding points at the guilty one.
 *
 * @param name as {@code forEach} has it; expressions read all of them as {@code variables.<name>}
 * @param element the variable that holds one of them
 * @param base where their lists lie
 * @param lists field names below the base; a list that is missing is empty
 * @param label CEL that names one element in the cluster's message; empty if elements have no names
 */
public record ElementSet(
    String name, String element, Base base, List<String> lists, Optional<String> label) {

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

  private static final Optional<String> CONTAINER_NAME = Optional.of("container.name");

  /** All there are. */
  static final List<ElementSet> ALL =
      List.of(
          new ElementSet(
              "containers",
              "container",
              Base.POD_SPEC,
              List.of("containers", "initContainers", "ephemeralContainers"),
              CONTAINER_NAME),
          // Ephemeral containers have neither resources, ports nor probes.
          new ElementSet(
              "scheduledContainers",
              "container",
              Base.POD_SPEC,
              List.of("containers", "initContainers"),
              CONTAINER_NAME),
          new ElementSet(
              "volumes", "volume", Base.POD_SPEC, List.of("volumes"), Optional.of("volume.name")),
          new ElementSet("rules", "rule", Base.OBJECT, List.of("rules"), Optional.empty()),
          new ElementSet(
              "subjects",
              "subject",
              Base.OBJECT,
              List.of("subjects"),
              Optional.of("subject.kind + ' ' + subject.name")),
          new ElementSet(
              "ports", "port", Base.SPEC, List.of("ports"), Optional.of("string(port.port)")));

  public ElementSet {
    lists = List.copyOf(lists);
  }

  static Optional<ElementSet> find(String name) {
    return ALL.stream().filter(set -> set.name.equals(name)).findFirst();
  }

  /** All elements as one list, in CEL. */
  String expression() {
    return lists.stream()
        .map(list -> CelText.listOrEmpty(base.expression, list))
        .collect(Collectors.joining("\n+ "));
  }
}
