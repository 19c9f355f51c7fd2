package dev.strake.sync.plan;

/**
 * A field that differs.
 *
 * @param path for people: {@code /spec/template/spec/containers[name=web]/image}
 * @param before as JSON, or {@link #HIDDEN}; empty if there is none
 * @param after likewise
 */
public record FieldChange(String path, String before, String after) {

  /** Stands for a value of a Secret. */
  public static final String HIDDEN = "(hidden)";
}
