package dev.strake.schemas.build;

/**
 * A field of a type.
 *
 * @param required whether the published schema says so
 * @param enforced whether the API server refuses objects without it
 */
record Property(
    String name, Shape shape, boolean required, boolean enforced, FieldFacts.Facts facts) {}
