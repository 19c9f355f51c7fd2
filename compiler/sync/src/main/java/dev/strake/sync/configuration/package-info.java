/**
 * The agent's configuration file, {@code kind: Agent}: bound strictly, each mistake at its place.
 */
@NullMarked
package dev.strake.sync.configuration;

import org.jspecify.annotations.NullMarked;
