package dev.strake.manifest;

import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
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
  private final Made made;
  private final @Nullable YamlMapping written;

  /** How an object came about. */
  private enum Made {
    /** By Strake, from the spec. */
    GENERATED,
    /** By a tool, from users' files. */
    RENDERED,
    /** By a user, but for what was left to its defaults. */
    COMPLETED
  }

  private SourceMap(
      SourceRange origin,
      Map<NodePath, SourceRange> places,
      Made made,
      @Nullable YamlMapping written) {
    this.origin = origin;
    this.places = places;
    this.made = made;
    this.written = written;
  }

  /**
   * @param origin what caused the object as a whole
   */
  public static SourceMap of(SourceRange origin) {
    return new SourceMap(origin, Map.of(), Made.GENERATED, null);
  }

  /**
   * Of an object that a tool made from users' files.
   *
   * @param origin the file that it is from, at the place that stands for the object as a whole
   * @param places of its parts, as far as they are known
   */
  public static SourceMap ofRendered(SourceRange origin, Map<NodePath, SourceRange> places) {
    return new SourceMap(origin, Map.copyOf(places), Made.RENDERED, null);
  }

  /**
   * Of an object that a user wrote and that has its defaults beside: each part is where it was
   * written, or would be.
   */
  public static SourceMap ofCompleted(YamlMapping written) {
    SourceRange origin = NodePlace.of(written, NodePath.ROOT);
    return new SourceMap(origin, Map.of(), Made.COMPLETED, written);
  }

  /** Adds what caused the part at a path and everything below it. */
  public SourceMap with(NodePath path, SourceRange place) {
    Map<NodePath, SourceRange> more = new LinkedHashMap<>(places);
    more.put(path, place);
    return new SourceMap(origin, more, made, written);
  }

  /** Whether a tool made the object from users' files, and not Strake from the spec. */
  boolean isRendered() {
    return made == Made.RENDERED;
  }

  /** Whether Strake made the object from the spec. */
  boolean isGenerated() {
    return made == Made.GENERATED;
  }

  /** Whether the object's own text is nothing that anybody can look at. */
  boolean isCompleted() {
    return made == Made.COMPLETED;
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
    return written == null ? origin : NodePlace.of(written, path);
  }
}
