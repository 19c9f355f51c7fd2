/**
 * Kubernetes objects made from the spec, typed by the fabric8 model. Mind that the model drops
 * empty lists and maps when it is written; an empty object, such as a selector of everything,
 * stays.
 */
@NullMarked
package dev.strake.generate.manifest;

import org.jspecify.annotations.NullMarked;
