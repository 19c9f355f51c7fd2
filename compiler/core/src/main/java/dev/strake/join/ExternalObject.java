package dev.strake.join;

import org.jspecify.annotations.Nullable;

/**
 * An object that another repository owns, which objects here may refer to.
 *
 * @param namespace null for one that lies in none
 */
public record ExternalObject(String kind, @Nullable String namespace, String name) {}
