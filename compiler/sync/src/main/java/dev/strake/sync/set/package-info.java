/** Sets as they are kept in a cluster: their inventories, and what leaves them. */
@NullMarked
package dev.strake.sync.set;

import org.jspecify.annotations.NullMarked;
