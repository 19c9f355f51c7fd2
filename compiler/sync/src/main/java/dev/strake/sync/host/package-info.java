/**
 * Machines: which of them have applied what was compiled for them, and how the others get it, one
 * after the other.
 */
@NullMarked
package dev.strake.sync.host;

import org.jspecify.annotations.NullMarked;
