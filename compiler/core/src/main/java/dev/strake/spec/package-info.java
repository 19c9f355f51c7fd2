/**
 * What users write: {@code kind: Cluster} and its sections as plain records, and the binder that
 * reads them and remembers where each was written.
 */
@NullMarked
package dev.strake.spec;

import org.jspecify.annotations.NullMarked;
