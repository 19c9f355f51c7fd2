/** Turns a resolved cluster into files, one small generator per concern. */
@NullMarked
package dev.strake.generate;

import org.jspecify.annotations.NullMarked;
