package dev.strake.kustomize;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells what is to be built from what something else builds upon. */
final class OverlayRoots {

  private OverlayRoots() {}

  /**
   * Those that no other leads to; components are nothing by themselves. Of several that lead to
   * each other each is one: Kustomize says what is wrong with them.
   *
   * @param known by folder
   * @param others that are built elsewhere
   */
  static List<Overlay> of(Map<String, Overlay> known, Map<String, Overlay> others) {
    return apart(known, others).filter(overlay -> !overlay.root().isComponent()).toList();
  }

  /** Components that none of them leads to. */
  static List<Overlay> unusedComponents(Map<String, Overlay> known, Map<String, Overlay> others) {
    return apart(known, others).filter(overlay -> overlay.root().isComponent()).toList();
  }

  private static Stream<Overlay> apart(Map<String, Overlay> known, Map<String, Overlay> others) {
    List<Overlay> all =
        Stream.of(known, others).map(Map::values).flatMap(Collection::stream).toList();
    return known.values().stream()
        .filter(overlay -> all.stream().noneMatch(other -> isPartOf(overlay, other)));
  }

  private static boolean isPartOf(Overlay overlay, Overlay other) {
    return other.kustomizations().containsKey(overlay.root().folder())
        && !overlay.kustomizations().containsKey(other.root().folder());
  }
}
