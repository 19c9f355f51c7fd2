package dev.strake.manifest;

import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a part of a generated object back to the line of the spec that caused it. Of all
 * places that are known for a part and for what it lies in, the innermost counts.
 */
public final class SourceMap {

  private final SourceRange origin;
  private final Map<NodePath, SourceRange> places;

  private SourceMap(SourceRange origin, Map<NodePath, SourceRange> places) {
    this.origin = origin;
    this.places = places;
  }

  /**
   * @param origin what caused the object as a whole
   */
  public static SourceMap of(SourceRange origin) {
    return new SourceMap(origin, Map.of());
  }

  /** Adds what caused the part at a path and everything below it. */
  public SourceMap with(NodePath path, SourceRange place) {
    Map<NodePath, SourceRange> more = new LinkedHashMap<>(places);
    more.put(path, place);
    return new SourceMap(origin, more);
  }

  /** What caused the object as a whole. */
  public SourceRange origin() {
    return origin;
  }

  /** What caused the part at a path. */
  public SourceRange find(NodePath path) {
    for (@Nullable NodePath at = path; at != null; at = at.parent()) {
      SourceRange place = places.get(at);
      if (place != null) {
        return place;
      }
    }
    return origin;
  }
}
