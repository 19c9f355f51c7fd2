package dev.strake.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * @param required whether the API server refuses an object that lacks it or has null there
 * @param values the only ones that a string, or the elements of a list of strings, may have; empty
 *     if there is no such list
 * @param defaultValue what the API server takes for an absent field, as JSON; null if not told
 * @param listType {@code atomic}, {@code set} or {@code map}; null if not told
 * @param keys the fields that identify the elements of a list of type map
 * @param mergeKey what identifies elements in a strategic merge patch; null if nothing does
 * @param atomicMap whether server-side apply replaces the mapping as a whole
 */
public record FieldSchema(
    String name,
    SchemaType type,
    boolean required,
    List<String> values,
    @Nullable String defaultValue,
    @Nullable String listType,
    List<String> keys,
    @Nullable String mergeKey,
    boolean atomicMap) {

  public FieldSchema {
    values = List.copyOf(values);
    keys = List.copyOf(keys);
  }
}
