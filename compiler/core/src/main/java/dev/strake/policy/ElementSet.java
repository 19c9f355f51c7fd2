package dev.strake.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts of an object that a policy judges one by one, so that a finding points at the guilty one.
 *
 * @param name as {@code forEach} has it; expressions read a list of an object's parts as {@code
 *     variables.<name>}, unless they lie in other elements
 * @param element the variable that holds one of them
 * @param outer whose elements hold the parts; empty if the object does
 * @param base where the parts of the outermost set lie
 * @param places below the outer element or the base; none of them: the base itself is the only
 *     element
 * @param label CEL that names one element in the cluster's message; empty if elements have no names
 */
public record ElementSet(
    String name,
    String element,
    Optional<ElementSet> outer,
    Base base,
    ElementPlaces places,
    Optional<String> label) {

  /** Where elements lie. */
  public enum Base {
    OBJECT("object"),
    SPEC("object.spec"),
    POD_SPEC("variables.podSpec"),
    POD_METADATA("variables.podMetadata");

    private final String expression;

    Base(String expression) {
      this.expression = expression;
    }

    /** Whether only objects that make pods have it. */
    boolean isOfPods() {
      return this == POD_SPEC || this == POD_METADATA;
    }
  }

  private static final ElementSet CONTAINERS =
      of("containers", "container", Base.POD_SPEC)
          .in("containers", "initContainers", "ephemeralContainers")
          .labelled("container.name");

  // Ephemeral containers have neither resources nor requests.
  private static final ElementSet SCHEDULED_CONTAINERS =
      of("scheduledContainers", "container", Base.POD_SPEC)
          .in("containers", "initContainers")
          .labelled("container.name");

  private static final ElementSet VOLUMES =
      of("volumes", "volume", Base.POD_SPEC).in("volumes").labelled("volume.name");

  private static final ElementSet HOSTS = of("hosts", "host", Base.SPEC).in("rules");

  private static final ElementSet NODE_POOLS =
      of("nodePools", "pool", Base.SPEC).in("nodePools").labelled("pool.name");

  /** All there are. */
  static final List<ElementSet> ALL =
      List.of(
          of("podSpec", PolicyVariables.POD_SPEC, Base.POD_SPEC),
          of("podAnnotations", "annotation", Base.POD_METADATA)
              .keysOf("annotations")
              .labelled("annotation"),
          CONTAINERS,
          SCHEDULED_CONTAINERS,
          VOLUMES,
          VOLUMES.each("volumeFields", "field").keysOf(""),
          of("topologySpreadConstraints", "constraint", Base.POD_SPEC)
              .in("topologySpreadConstraints")
              .labelled("constraint.topologyKey"),
          of("sysctls", "sysctl", Base.POD_SPEC)
              .in("securityContext.sysctls")
              .labelled("sysctl.name"),
          CONTAINERS.each("env", "variable").in("env").labelled("variable.name"),
          CONTAINERS.each("envFrom", "source").in("envFrom"),
          CONTAINERS.each("volumeMounts", "mount").in("volumeMounts").labelled("mount.name"),
          CONTAINERS
              .each("containerPorts", "port")
              .in("ports")
              .labelled("string(port.containerPort)"),
          CONTAINERS
              .each("addedCapabilities", "capability")
              .in("securityContext.capabilities.add")
              .labelled("capability"),
          CONTAINERS
              .each("handlers", "handler")
              .at(
                  "livenessProbe",
                  "readinessProbe",
                  "startupProbe",
                  "lifecycle.postStart",
                  "lifecycle.preStop"),
          of("rules", "rule", Base.OBJECT).in("rules"),
          of("subjects", "subject", Base.OBJECT)
              .in("subjects")
              .labelled("subject.kind + ' ' + subject.name"),
          of("ports", "port", Base.SPEC).in("ports").labelled("string(port.port)"),
          HOSTS,
          HOSTS.each("ingressPaths", "path").in("http.paths"),
          of("ingress", "rule", Base.SPEC).in("ingress"),
          of("egress", "rule", Base.SPEC).in("egress"),
          of("volumeClaimTemplates", "claim", Base.SPEC)
              .in("volumeClaimTemplates")
              .labelled("claim.metadata.name"),
          // Of a cluster's spec.
          NODE_POOLS,
          NODE_POOLS.each("nodes", "node").in("nodes").labelled("node.name"),
          of("clusterNamespaces", "namespace", Base.SPEC)
              .in("namespaces")
              .labelled("namespace.name"));

  private static ElementSet of(String name, String element, Base base) {
    return new ElementSet(
        name, element, Optional.empty(), base, ElementPlaces.none(), Optional.empty());
  }

  private ElementSet each(String inner, String innerElement) {
    return new ElementSet(
        inner, innerElement, Optional.of(this), base, ElementPlaces.none(), Optional.empty());
  }

  /** The items of lists. */
  private ElementSet in(String... lists) {
    return with(ElementPlaces.Shape.ITEMS, lists);
  }

  /** The keys of a map, as CEL's own macros walk over one. */
  private ElementSet keysOf(String map) {
    return with(ElementPlaces.Shape.KEYS, map);
  }

  /** Whatever stands at some places, one by one. */
  private ElementSet at(String... parts) {
    return with(ElementPlaces.Shape.PART, parts);
  }

  private ElementSet with(ElementPlaces.Shape shape, String... paths) {
    ElementPlaces found = new ElementPlaces(shape, List.of(paths));
    return new ElementSet(name, element, outer, base, found, label);
  }

  private ElementSet labelled(String expression) {
    return new ElementSet(name, element, outer, base, places, Optional.of(expression));
  }

  static Optional<ElementSet> find(String name) {
    return ALL.stream().filter(set -> set.name.equals(name)).findFirst();
  }

  /** Whether the base itself is the only element, so that there is nothing to walk over. */
  boolean isWhole() {
    return places.paths().isEmpty();
  }

  /** Whether its elements are containers, of all kinds or of some. */
  boolean isOfContainers() {
    return outer.isEmpty() && element.equals("container");
  }

  /** Whether expressions can read all elements as one list. */
  boolean isVariable() {
    return outer.isEmpty() && !isWhole() && places.shape() == ElementPlaces.Shape.ITEMS;
  }

  /** The variables that hold an element and those around it, the outermost first. */
  List<String> elements() {
    List<String> names = new ArrayList<>();
    outer.ifPresent(set -> names.addAll(set.elements()));
    names.add(element);
    return names;
  }

  /** The elements in CEL, to be walked over: all, or all of one outer element. */
  String expression() {
    return places.expression(outer.map(ElementSet::element).orElse(base.expression));
  }
}
