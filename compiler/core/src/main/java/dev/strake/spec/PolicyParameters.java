package dev.strake.spec;

import dev.strake.yaml.YamlMapping;

/**
 * A policy's settings as they were written. What they may hold, the policy says; nothing here looks
 * inside.
 */
@Doc("A policy's settings.")
public record PolicyParameters(YamlMapping settings) {}
