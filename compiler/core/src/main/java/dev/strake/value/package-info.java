/**
 * Kubernetes' scalar types: parsed once, where they were written, and never strings again. Each has
 * {@code static Parsed<T> parse(String)} and prints itself as it should be written.
 */
@NullMarked
package dev.strake.value;

import org.jspecify.annotations.NullMarked;
