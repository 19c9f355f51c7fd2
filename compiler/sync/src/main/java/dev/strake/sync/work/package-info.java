/** Many requests at once, within bounds. */
@NullMarked
package dev.strake.sync.work;

import org.jspecify.annotations.NullMarked;
