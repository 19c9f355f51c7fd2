/** The policies once more, as the cluster's own gate. */
@NullMarked
package dev.strake.generate.admission;

import org.jspecify.annotations.NullMarked;
