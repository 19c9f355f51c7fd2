/** The lists of all checks; apart, so that each of them may use what they share. */
@NullMarked
package dev.strake.check.all;

import org.jspecify.annotations.NullMarked;
