/** What a running cluster cannot follow when its spec changes, or follows only by hand. */
@NullMarked
package dev.strake.check.change;

import org.jspecify.annotations.NullMarked;
