/** Address blocks and what has to fit into them. */
@NullMarked
package dev.strake.check.network;

import org.jspecify.annotations.NullMarked;
