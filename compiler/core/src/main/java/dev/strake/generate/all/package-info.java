/** The list of all generators; apart, so that each of them may use what they share. */
@NullMarked
package dev.strake.generate.all;

import org.jspecify.annotations.NullMarked;
