/** What holds for every spec, tried on many that nobody wrote. */
@NullMarked
package dev.strake.property;

import org.jspecify.annotations.NullMarked;
