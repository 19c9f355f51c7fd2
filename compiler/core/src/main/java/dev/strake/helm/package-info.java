/**
 * Helm's charts before and after a tool has rendered them: what they hold, what in them is refused,
 * and which lines of templates the rendered objects come from.
 */
@NullMarked
package dev.strake.helm;

import org.jspecify.annotations.NullMarked;
