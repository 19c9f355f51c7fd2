package dev.strake.manifest;

import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a part of an object that nobody wrote as it stands back to what caused it: the line of
 * the spec that it was generated from, or the template or the resource that it was rendered from.
 * Of all places that are known for a part and for what it lies in, the innermost counts.
 */
public final class SourceMap {

  private final SourceRange origin;
  private final Map<NodePath, SourceRange> places;
  private final boolean rendered;

  private SourceMap(SourceRange origin, Map<NodePath, SourceRange> places, boolean rendered) {
    this.origin = origin;
    this.places = places;
    this.rendered = rendered;
  }

  /**
   * @param origin what caused the object as a whole
   */
  public static SourceMap of(SourceRange origin) {
    return new SourceMap(origin, Map.of(), false);
  }

  /**
   * Of an object that a tool made from users' files.
   *
   * @param origin the file that it is from, at the place that stands for the object as a whole
   * @param places of its parts, as far as they are known
   */
  public static SourceMap ofRendered(SourceRange origin, Map<NodePath, SourceRange> places) {
    return new SourceMap(origin, Map.copyOf(places), true);
  }

  /** Adds what caused the part at a path and everything below it. */
  public SourceMap with(NodePath path, SourceRange place) {
    Map<NodePath, SourceRange> more = new LinkedHashMap<>(places);
    more.put(path, place);
    return new SourceMap(origin, more, rendered);
  }

  /** Whether a tool made the object from users' files, and not Strake from the spec. */
  boolean isRendered() {
    return rendered;
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
