/** Node pools: templates, labels, taints, capacity. */
@NullMarked
package dev.strake.check.node;

import org.jspecify.annotations.NullMarked;
