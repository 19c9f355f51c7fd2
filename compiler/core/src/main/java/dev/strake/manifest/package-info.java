/**
 * Kubernetes objects as Strake judges them: a node tree with its identity, and for each part the
 * place that a user wrote it, whether the object was read from a file or generated from the spec.
 */
@NullMarked
package dev.strake.manifest;

import org.jspecify.annotations.NullMarked;
