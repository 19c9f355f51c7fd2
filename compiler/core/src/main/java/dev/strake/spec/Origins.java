package dev.strake.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where each section and field of a bound spec was written. Sections are told apart by identity, so
 * that two equal nodes keep their own places.
 */
public interface Origins {

  /** A record's accessor as a method reference: {@code NodePool::name}. */
  @FunctionalInterface
  interface Field<R, V> extends Function<R, V>, Serializable {}

  /** Where a section begins: its key, or for a list item its first line. */
  Origin of(Record section);

  /** Where a field's value was written; the section's place if the field is absent. */
  <R extends Record> Origin of(R section, Field<R, ?> field);

  /** Whether a field's value was written; if not, a default may have taken its place. */
  default <R extends Record> boolean isWritten(R section, Field<R, ?> field) {
    return !of(section, field).range().equals(of(section).range());
  }

  /** Where an element of a list was written. */
  <R extends Record> Origin of(R section, Field<R, ? extends List<?>> field, int index);

  /** Where the value of a key of a map was written. */
  <R extends Record> Origin ofEntry(R section, Field<R, ? extends Map<?, ?>> field, Object key);

  /** Where a key of a map was written. */
  <R extends Record> Origin ofKey(R section, Field<R, ? extends Map<?, ?>> field, Object key);

  /**
   * Remembers a record that was made from others, such as a template with what it inherits: each of
   * its fields is looked up in the child where the child writes it, else in the parent.
   *
   * @return the record made
   */
  <R extends Record> R derive(R made, Record child, Record parent);

  /**
   * Remembers a record that nobody wrote, such as a default: it and all its fields point at the
   * section that asked for it.
   *
   * @return the record made
   */
  <R extends Record> R caused(R made, Record cause);
}
