/**
 * The built-in policies: metadata, an index from kind to policies, and expressions that were
 * type-checked when this module was built.
 *
 * <p>A policy is its folder. Its id is the folder's path, and its own pass and fail cases sit beside
 * it. A run never compiles a built-in expression again.
 */
@NullMarked
package dev.strake.policies;

import org.jspecify.annotations.NullMarked;
