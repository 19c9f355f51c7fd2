/**
 * Kustomize's overlays before and after a tool has built them: what they lead to, what in them is
 * refused, and where the parts of the built objects come from.
 */
@NullMarked
package dev.strake.kustomize;

import org.jspecify.annotations.NullMarked;
