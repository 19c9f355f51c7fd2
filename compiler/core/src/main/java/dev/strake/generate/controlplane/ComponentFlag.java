package dev.strake.generate.controlplane;

import dev.strake.source.SourceRange;

/**
 * A flag of a component.
 *
 * @param name without dashes
 * @param origin what in the spec caused it
 */
public record ComponentFlag(String name, String value, SourceRange origin) {}
