/**
 * The compiler's door: {@link dev.strake.Compiler} takes sources and gives findings and bundles.
 *
 * <p>No network, no clock, no environment: the same request always has the same answer.
 */
@NullMarked
package dev.strake;

import org.jspecify.annotations.NullMarked;
