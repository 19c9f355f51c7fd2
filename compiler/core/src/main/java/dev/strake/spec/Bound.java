package dev.strake.spec;

/**
 * A document as a record, with the places of its parts.
 *
 * @param origins knows every section of the value
 */
public record Bound<T extends Record>(T value, Origins origins) {}
