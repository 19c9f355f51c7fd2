/** What a cluster says of itself, and the few ways in which it is asked and changed. */
@NullMarked
package dev.strake.sync.live;

import org.jspecify.annotations.NullMarked;
